export interface paths {
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Agents
         * @description All agents that chats may be opened with.
         */
        get: operations["list_agents_api_v1_agents_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Agent */
        get: operations["get_agent_api_v1_agents__agent_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chat
         * @description Says something to an agent. Answers with events as they happen, or with `stream: false` when all is done.
         *
         *     The turn goes on when the connection breaks: follow it at `/conversations/{id}/events`.
         */
        post: operations["chat_api_v1_chat_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Conversations
         * @description The latest first.
         */
        get: operations["list_conversations_api_v1_conversations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Conversation
         * @description What was said, in order.
         */
        get: operations["get_conversation_api_v1_conversations__conversation_id__get"];
        put?: never;
        post?: never;
        /** Delete Conversation */
        delete: operations["delete_conversation_api_v1_conversations__conversation_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/confirmations/{confirmation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide
         * @description Confirms or rejects a proposal, once; repeating it gives the same answer. A refusal of the shop (declined
         *     payment, changed price) is its problem document.
         */
        post: operations["decide_api_v1_conversations__conversation_id__confirmations__confirmation_id__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversation Events
         * @description Events after `Last-Event-ID`, else of the last turn. Ends when no turn runs and no proposal waits.
         */
        get: operations["conversation_events_api_v1_conversations__conversation_id__events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop Turn
         * @description Cancels the running turn; what was said so far stays.
         */
        post: operations["stop_turn_api_v1_conversations__conversation_id__stop_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** Agent */
        Agent: {
            /** Default */
            default: boolean;
            /** Description */
            description: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Tools */
            tools: components["schemas"]["AgentTool"][];
        };
        /** AgentTool */
        AgentTool: {
            /** Changes */
            changes: boolean;
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Needs Confirmation */
            needs_confirmation: boolean;
        };
        /**
         * ChatAnswer
         * @description A whole turn, for `stream: false`.
         */
        ChatAnswer: {
            /** Citations */
            citations: {
                [key: string]: unknown;
            }[];
            /** Confirmations */
            confirmations: {
                [key: string]: unknown;
            }[];
            /** Conversation Id */
            conversation_id: string;
            /** Error */
            error: {
                [key: string]: unknown;
            } | null;
            /** Message */
            message: string;
            /** Message Id */
            message_id: string;
            /**
             * Status
             * @enum {string}
             */
            status: "done" | "stopped" | "limited" | "failed";
            /** Tool Calls */
            tool_calls: {
                [key: string]: unknown;
            }[];
            /** Turn Id */
            turn_id: string;
            /** Usage */
            usage: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * ChatMessage
         * @description One message of the shopper. The same `message_id` again gives the same turn again.
         * @example {
         *       "message": "a 24 inch monitor under 200 euros",
         *       "message_id": "0f8d5c3e"
         *     }
         */
        ChatMessage: {
            /** Agent Id */
            agent_id?: string | null;
            /**
             * Attachments
             * @default []
             */
            attachments?: unknown[];
            /** @description Where the shopper is while writing this. */
            context?: components["schemas"]["PageContext"] | null;
            /**
             * Conversation Id
             * @description Without one, a conversation begins.
             */
            conversation_id?: string | null;
            /** Message */
            message: string;
            /** Message Id */
            message_id: string;
            /**
             * Stream
             * @default true
             */
            stream?: boolean;
        };
        /**
         * ConfirmationDecision
         * @example {
         *       "decision": "confirm"
         *     }
         */
        ConfirmationDecision: {
            /**
             * Decision
             * @enum {string}
             */
            decision: "confirm" | "reject";
        };
        /**
         * ConfirmationOutcome
         * @description What a decision led to; the assistant's words about it arrive on the conversation's events.
         */
        ConfirmationOutcome: {
            /** Confirmation Id */
            confirmation_id: string;
            /** Conversation Id */
            conversation_id: string;
            /**
             * Decision
             * @enum {string}
             */
            decision: "confirm" | "reject";
            /**
             * Result
             * @description The effect, e.g. {"order": {…}}; empty when rejected.
             */
            result: {
                [key: string]: unknown;
            };
            /**
             * Status
             * @enum {string}
             */
            status: "confirmed" | "rejected";
            /** Tool */
            tool: string;
        };
        /** Conversation */
        Conversation: {
            /** Agent Id */
            agent_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /** Messages */
            messages: components["schemas"]["ShownMessage"][];
            /** Running */
            running: boolean;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** ConversationSummary */
        ConversationSummary: {
            /** Agent Id */
            agent_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /** Running */
            running: boolean;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** Page[Agent] */
        Page_Agent_: {
            /** Items */
            items: components["schemas"]["Agent"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[ConversationSummary] */
        Page_ConversationSummary_: {
            /** Items */
            items: components["schemas"]["ConversationSummary"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * PageContext
         * @description The page a message was written on. "This" means its product; ids only help to find it, and give no rights.
         * @example {
         *       "page": "product",
         *       "product_id": "prd_0198"
         *     }
         */
        PageContext: {
            /** Cart Id */
            cart_id?: string | null;
            /**
             * Category
             * @description A category's slug or name.
             */
            category?: string | null;
            /** Order Id */
            order_id?: string | null;
            /**
             * Page
             * @enum {string}
             */
            page: "home" | "category" | "search" | "product" | "comparison" | "cart" | "checkout" | "orders" | "order" | "account" | "policies" | "other";
            /**
             * Product Id
             * @description The product of a product page.
             */
            product_id?: string | null;
            /**
             * Product Ids
             * @description Those shown or compared, in order.
             */
            product_ids?: string[] | null;
            /**
             * Query
             * @description What was searched for.
             */
            query?: string | null;
            /**
             * Variant Id
             * @description The variant that is chosen there.
             */
            variant_id?: string | null;
        };
        /**
         * Problem
         * @description RFC 9457 problem details, as every error of this service is answered.
         */
        Problem: {
            /**
             * Code
             * @description Stable; programs decide by it.
             */
            code: string;
            /** Detail */
            detail?: string | null;
            /**
             * Errors
             * @description For 422: what is wrong, and where.
             */
            errors?: {
                [key: string]: unknown;
            }[] | null;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Trace Id */
            trace_id: string;
            /**
             * Type
             * @default about:blank
             */
            type?: string;
        };
        /** ShownMessage */
        ShownMessage: {
            /** Content */
            content: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Message Id */
            message_id: string;
            /**
             * Role
             * @enum {string}
             */
            role: "user" | "assistant";
            /**
             * Tool Calls
             * @default []
             */
            tool_calls?: components["schemas"]["ShownToolCall"][];
        };
        /** ShownToolCall */
        ShownToolCall: {
            /** Arguments */
            arguments: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
        };
        /** StoppedTurn */
        StoppedTurn: {
            /** Conversation Id */
            conversation_id: string;
            /** Turn Id */
            turn_id: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_agents_api_v1_agents_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Agent_"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    get_agent_api_v1_agents__agent_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    chat_api_v1_chat_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatMessage"];
            };
        };
        responses: {
            /** @description message.delta, tool.call, tool.result, confirmation.required, citation, usage, error, done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatAnswer"];
                    /**
                     * @example id: 1-1
                     *     event: message.delta
                     *     data: {"text":"Hello"}
                     */
                    "text/event-stream": unknown;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    list_conversations_api_v1_conversations_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ConversationSummary_"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    get_conversation_api_v1_conversations__conversation_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    delete_conversation_api_v1_conversations__conversation_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    decide_api_v1_conversations__conversation_id__confirmations__confirmation_id__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                confirmation_id: string;
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationDecision"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmationOutcome"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    conversation_events_api_v1_conversations__conversation_id__events_get: {
        parameters: {
            query?: never;
            header?: {
                "last-event-id"?: string | null;
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description message.delta, tool.call, tool.result, confirmation.required, citation, usage, error, done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 1-1
                     *     event: message.delta
                     *     data: {"text":"Hello"}
                     */
                    "text/event-stream": unknown;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    stop_turn_api_v1_conversations__conversation_id__stop_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoppedTurn"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
}
