export interface paths {
    "/.well-known/oauth-protected-resource": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Protected Resource
         * @description How clients of `/mcp` may send tokens, and who gives them.
         */
        get: operations["protected_resource__well_known_oauth_protected_resource_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Agents
         * @description The agents that a chat may be opened with. `scope=all`, for staff: every one, with drafts and archived ones.
         */
        get: operations["list_agents_api_v1_agents_get"];
        put?: never;
        /**
         * Create Agent
         * @description An agent with a draft. It is offered to nobody before it is published.
         */
        post: operations["create_agent_api_v1_agents_post"];
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
        /**
         * Get Agent
         * @description An agent that is offered to the caller; those who may read agents get any one, with its draft.
         */
        get: operations["get_agent_api_v1_agents__agent_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Agent
         * @description Changes the draft. What shoppers meet stays as it is until it is published.
         */
        patch: operations["change_agent_api_v1_agents__agent_id__patch"];
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive Agent
         * @description Offered to nobody any more; conversations with it go on with the agent that shoppers begin with.
         */
        post: operations["archive_agent_api_v1_agents__agent_id__archive_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare Agent Versions
         * @description Field by field what is different; texts of several lines line by line.
         */
        get: operations["compare_agent_versions_api_v1_agents__agent_id__comparison_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Duplicate Agent
         * @description Another agent whose draft is this one's.
         */
        post: operations["duplicate_agent_api_v1_agents__agent_id__duplicate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Agent
         * @description A YAML file that `POST /api/v1/agents/import` takes.
         */
        get: operations["export_agent_api_v1_agents__agent_id__export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish Agent
         * @description The draft becomes a version and answers from the next turn on; with a `number`, that earlier version does again.
         *     Of two at the same moment one gets 409 `agent_changed`. Turns that run end as they began.
         */
        post: operations["publish_agent_api_v1_agents__agent_id__publish_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore Agent */
        post: operations["restore_agent_api_v1_agents__agent_id__restore_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run Agent
         * @description Tries a draft or a version out: one turn under the caller's own rights, with a trace. Tools that write propose
         *     only. What it costs is counted and marked as a test; what was said is not kept.
         */
        post: operations["run_agent_api_v1_agents__agent_id__run_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Agent Versions
         * @description Newest first; the one as delivered is number 0.
         */
        get: operations["list_agent_versions_api_v1_agents__agent_id__versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent_id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Agent Version */
        get: operations["get_agent_version_api_v1_agents__agent_id__versions__number__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Agent Choices
         * @description What there is to choose from when an agent is built.
         */
        get: operations["agent_choices_api_v1_agents_choices_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Agent
         * @description The YAML file of an agent: 201 for a new one; where there is one of this id, its draft is changed, and the same
         *     file again changes nothing. An error names the line.
         */
        post: operations["import_agent_api_v1_agents_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Approvals
         * @description Newest first.
         */
        get: operations["list_approvals_api_v1_approvals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{approval_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Approval */
        get: operations["get_approval_api_v1_approvals__approval_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{approval_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve
         * @description Has it done now, once, in the shopper's name; `outcome` says what came of it, and the shopper is told.
         */
        post: operations["approve_api_v1_approvals__approval_id__approve_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{approval_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject
         * @description Nothing is done, and the shopper is told why.
         */
        post: operations["reject_api_v1_approvals__approval_id__reject_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Approvals
         * @description How many wait.
         */
        get: operations["count_approvals_api_v1_approvals_count_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/agent-breakdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Agent Breakdown
         * @description The same for each agent.
         */
        get: operations["agent_breakdown_api_v1_billing_agent_breakdown_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Budgets
         * @description Newest first, each with what was used in the period that runs.
         */
        get: operations["list_budgets_api_v1_billing_budgets_get"];
        put?: never;
        /**
         * Create Budget
         * @description Counts at once, with what was used since its period began.
         */
        post: operations["create_budget_api_v1_billing_budgets_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/budgets/{budget_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Budget */
        get: operations["read_budget_api_v1_billing_budgets__budget_id__get"];
        put?: never;
        post?: never;
        /** Remove Budget */
        delete: operations["remove_budget_api_v1_billing_budgets__budget_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Budget
         * @description Counts from the next model call on.
         */
        patch: operations["change_budget_api_v1_billing_budgets__budget_id__patch"];
        trace?: never;
    };
    "/api/v1/billing/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Calls
         * @description The ledger: every call of a model or a tool that all other figures are sums of, newest first.
         */
        get: operations["list_calls_api_v1_billing_calls_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/calls/export.{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Calls
         * @description The same as CSV, whose cells are no formulas, or as a line of JSON each.
         */
        get: operations["export_calls_api_v1_billing_calls_export__form__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Prices
         * @description Every version, also those that are past; those valid last come first.
         */
        get: operations["list_prices_api_v1_billing_prices_get"];
        put?: never;
        /**
         * Add Price
         * @description A new version. What was charged before it is valid stays as it was.
         */
        post: operations["add_price_api_v1_billing_prices_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Usage
         * @description All calls of a range of days, summed up.
         */
        get: operations["usage_api_v1_billing_usage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/usage/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Usage History
         * @description By day, agent, model, provider, tool or conversation.
         */
        get: operations["usage_history_api_v1_billing_usage_history_get"];
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
         * @description The caller's own, the latest first; with `scope=all` everybody's, for staff who may read conversations.
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
         * @description What was said and shown, in order: enough to draw it again. Proposals come with what became of them.
         */
        get: operations["get_conversation_api_v1_conversations__conversation_id__get"];
        put?: never;
        post?: never;
        /**
         * Delete Conversation
         * @description The caller's own: its words are gone for good, and its open proposals can no longer be confirmed.
         */
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
         *
         *     `Last-Event-ID: 0` is for a page that has just drawn the conversation: the running turn from its beginning, and
         *     nothing of the finished ones.
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
    "/api/v1/conversations/{conversation_id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Conversation Record
         * @description Staff: anybody's conversation with every message, tool call, model call, cost and error, and what came of its
         *     proposals.
         */
        get: operations["get_conversation_record_api_v1_conversations__conversation_id__record_get"];
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
    "/api/v1/kill-switches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Kill Switches
         * @description What is stopped now, and what once was.
         */
        get: operations["list_kill_switches_api_v1_kill_switches_get"];
        /**
         * Turn Kill Switch
         * @description Stops every new write at once, or allows them again. A write that is under way is not interrupted.
         */
        put: operations["turn_kill_switch_api_v1_kill_switches_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Models */
        get: operations["list_models_api_v1_models_get"];
        put?: never;
        /**
         * Create Model
         * @description A model is asked only for what it is declared to be able to do.
         */
        post: operations["create_model_api_v1_models_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{model_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Model */
        get: operations["read_model_api_v1_models__model_id__get"];
        put?: never;
        post?: never;
        /** Remove Model */
        delete: operations["remove_model_api_v1_models__model_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Model
         * @description Counts for the next call; with `If-Match`, only if nobody else changed it since it was read.
         */
        patch: operations["change_model_api_v1_models__model_id__patch"];
        trace?: never;
    };
    "/api/v1/models/{model_id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Model Health */
        get: operations["read_model_health_api_v1_models__model_id__health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This service's own log lines, newest first */
        get: operations["list_logs_api_v1_operations_logs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How this service is doing */
        get: operations["get_status_api_v1_operations_status_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Policies
         * @description What the shop has rules for: returns, shipping, payment and the like.
         */
        get: operations["list_policies_api_v1_policies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Policy
         * @description One policy, section by section; the assistant's citations lead to these.
         */
        get: operations["read_policy_api_v1_policies__name__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Providers
         * @description In the order in which they are asked; keys are never shown.
         */
        get: operations["list_providers_api_v1_providers_get"];
        put?: never;
        /**
         * Create Provider
         * @description Any server that speaks the OpenAI-compatible wire; it is asked once it has a model.
         */
        post: operations["create_provider_api_v1_providers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers/{provider_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Provider */
        get: operations["read_provider_api_v1_providers__provider_id__get"];
        put?: never;
        post?: never;
        /**
         * Remove Provider
         * @description With its models. What they cost stays in the reports.
         */
        delete: operations["remove_provider_api_v1_providers__provider_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Provider
         * @description Counts for the next call; with `If-Match`, only if nobody else changed it since it was read.
         */
        patch: operations["change_provider_api_v1_providers__provider_id__patch"];
        trace?: never;
    };
    "/api/v1/providers/{provider_id}/available-models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Available Models
         * @description Those that the provider itself says it has.
         */
        get: operations["list_available_models_api_v1_providers__provider_id__available_models_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers/{provider_id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Provider Health */
        get: operations["read_provider_health_api_v1_providers__provider_id__health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers/{provider_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test Provider
         * @description Makes a real, short call, which the provider may charge for, and says what came of it.
         */
        post: operations["test_provider_api_v1_providers__provider_id__test_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tools
         * @description All of them, with what counts for each in this shop and how they did.
         */
        get: operations["list_tools_api_v1_tools_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tools/{tool_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Tool */
        get: operations["get_tool_api_v1_tools__tool_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Tool
         * @description Makes its rule stricter than the tool's own, or as it is; counts at once for whatever changes something.
         */
        patch: operations["change_tool_api_v1_tools__tool_id__patch"];
        trace?: never;
    };
    "/api/v1/tools/{tool_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test Tool
         * @description A real call under the caller's own rights, recorded like any other. A tool that writes only proposes.
         */
        post: operations["test_tool_api_v1_tools__tool_id__test_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete
         * @description An agent's answer to these messages. Its tools run here, under the caller's token; whatever needs a confirmation
         *     is only proposed, and decided at `/api/v1/conversations/{conversation_id}/confirmations/{confirmation_id}`.
         *
         *     A client that leaves stops the answer. The same `Idempotency-Key` again gives the same answer again.
         */
        post: operations["complete_v1_chat_completions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Models
         * @description The agents, as models.
         */
        get: operations["list_models_v1_models_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{model}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Model */
        get: operations["get_model_v1_models__model__get"];
        put?: never;
        post?: never;
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
        /**
         * AddressProposal
         * @description Where confirming sends the order (`address`), and where it went before.
         */
        AddressProposal: {
            /** Actions */
            actions?: string[] | null;
            /** Address */
            address?: {
                [key: string]: unknown;
            } | null;
            /** Address Before */
            address_before: {
                [key: string]: unknown;
            };
            /** Cancel Reason */
            cancel_reason?: string | null;
            /** Checkout State */
            checkout_state?: string | null;
            /** Fulfilments */
            fulfilments?: {
                [key: string]: unknown;
            }[] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "address_change";
            /** Lines */
            lines: components["schemas"]["ShownOrderLine"][];
            /** Number */
            number: string | null;
            /** Order Id */
            order_id: string;
            /** Payment Status */
            payment_status: string;
            /** Placed At */
            placed_at?: string | null;
            /** Return Until */
            return_until?: string | null;
            /** Status */
            status: string;
            total: components["schemas"]["ShownMoney"];
        };
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
        /** AgentBreakdown */
        AgentBreakdown: {
            /** Items */
            items: components["schemas"]["AgentUsage"][];
        };
        /**
         * AgentContent
         * @description One version of an agent. Without a `model` the shop's own answers; what else is null is as the shop has it.
         */
        AgentContent: {
            /**
             * Audience
             * @description Whom it is offered to.
             * @default shoppers
             * @enum {string}
             */
            audience?: "shoppers" | "staff";
            /**
             * Description
             * @default {}
             */
            description?: {
                [key: string]: string;
            };
            /**
             * @default {
             *       "blocked": [],
             *       "mask": []
             *     }
             */
            guardrails?: components["schemas"]["Guardrails-Output"];
            /** Instructions */
            instructions: {
                [key: string]: string;
            };
            /** @default {} */
            limits?: components["schemas"]["ai_service__app__agents__content__Limits"];
            /** Max Tokens */
            max_tokens?: number | null;
            model?: components["schemas"]["ModelChoice"] | null;
            /** Name */
            name: {
                [key: string]: string;
            };
            /** Temperature */
            temperature?: number | null;
            /**
             * Tools
             * @default []
             */
            tools?: string[];
            /**
             * Variables
             * @default []
             */
            variables?: components["schemas"]["Variable"][];
        };
        /**
         * AgentCreate
         * @example {
         *       "description": {
         *         "en": "Finds a present that fits.",
         *         "zh": "帮您挑选合适的礼物。"
         *       },
         *       "id": "gift-adviser",
         *       "instructions": {
         *         "en": "You advise on presents at {{shop_name}} for {{occasion}}. Today is {{today}}.",
         *         "zh": "你是{{shop_name}}的礼品顾问，适用于{{occasion}}。今天是{{today}}。"
         *       },
         *       "name": {
         *         "en": "Gift adviser",
         *         "zh": "礼品顾问"
         *       },
         *       "tools": [
         *         "search_products",
         *         "get_product"
         *       ],
         *       "variables": [
         *         {
         *           "default": {
         *             "en": "any occasion",
         *             "zh": "任何场合"
         *           },
         *           "name": "occasion"
         *         }
         *       ]
         *     }
         */
        AgentCreate: {
            /**
             * Audience
             * @description Whom it is offered to.
             * @default shoppers
             * @enum {string}
             */
            audience?: "shoppers" | "staff";
            /**
             * Description
             * @default {}
             */
            description?: {
                [key: string]: string;
            };
            /**
             * @default {
             *       "blocked": [],
             *       "mask": []
             *     }
             */
            guardrails?: components["schemas"]["Guardrails-Input"];
            /**
             * Id
             * @description The agent's name in addresses and records; never changes.
             * @example gift-adviser
             */
            id: string;
            /** Instructions */
            instructions: {
                [key: string]: string;
            };
            /** @default {} */
            limits?: components["schemas"]["ai_service__app__agents__content__Limits"];
            /** Max Tokens */
            max_tokens?: number | null;
            model?: components["schemas"]["ModelChoice"] | null;
            /** Name */
            name: {
                [key: string]: string;
            };
            /** Temperature */
            temperature?: number | null;
            /**
             * Tools
             * @default []
             */
            tools?: string[];
            /**
             * Variables
             * @default []
             */
            variables?: components["schemas"]["Variable"][];
        };
        /** AgentDetail */
        AgentDetail: {
            /** Archived */
            archived: boolean;
            /**
             * Audience
             * @enum {string}
             */
            audience: "shoppers" | "staff";
            /** Default */
            default: boolean;
            /**
             * Delivered
             * @description Comes with the shop.
             */
            delivered: boolean;
            /** Description */
            description: string;
            draft: components["schemas"]["AgentContent"];
            /** Draft Differs */
            draft_differs: boolean;
            /** Id */
            id: string;
            /** Latest */
            latest: number;
            /** Name */
            name: string;
            /** Revision */
            revision: number;
            /** Tools */
            tools: components["schemas"]["AgentTool"][];
            /**
             * Updated At
             * @description Null for one as delivered that nobody has touched.
             */
            updated_at: string | null;
            /** Version */
            version: number | null;
        };
        /**
         * AgentRun
         * @description One message to one version. `history` is what was said before, as the client keeps it.
         * @example {
         *       "message": "A present under 50 euros",
         *       "version": "draft"
         *     }
         */
        AgentRun: {
            /**
             * History
             * @default []
             */
            history?: components["schemas"]["EarlierMessage"][];
            /**
             * Language
             * @description Without one, the message's own.
             */
            language?: ("en" | "zh") | null;
            /** Message */
            message: string;
            /**
             * Stream
             * @default true
             */
            stream?: boolean;
            /**
             * Version
             * @description The number of a version, or `draft`.
             * @default draft
             */
            version?: string;
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
         * AgentUpdate
         * @description Changes the draft; what is not named stays.
         * @example {
         *       "revision": 1,
         *       "temperature": 0.2
         *     }
         */
        AgentUpdate: {
            /** Audience */
            audience?: ("shoppers" | "staff") | null;
            /** Description */
            description?: {
                [key: string]: string;
            } | null;
            guardrails?: components["schemas"]["Guardrails-Input"] | null;
            /** Instructions */
            instructions?: {
                [key: string]: string;
            } | null;
            limits?: components["schemas"]["ai_service__app__agents__content__Limits"] | null;
            /** Max Tokens */
            max_tokens?: number | null;
            model?: components["schemas"]["ModelChoice"] | null;
            /** Name */
            name?: {
                [key: string]: string;
            } | null;
            /**
             * Revision
             * @description The one you saw; another is a 409 `agent_changed`.
             */
            revision: number;
            /** Temperature */
            temperature?: number | null;
            /** Tools */
            tools?: string[] | null;
            /** Variables */
            variables?: components["schemas"]["Variable"][] | null;
        };
        /** AgentUsage */
        AgentUsage: {
            /** Agent Id */
            agent_id: string;
            /** Average Ms */
            average_ms?: number | null;
            /**
             * Cached Tokens
             * @default 0
             */
            cached_tokens?: number;
            /**
             * Calls
             * @default 0
             */
            calls?: number;
            /**
             * Conversations
             * @default 0
             */
            conversations?: number;
            /**
             * Costs
             * @default []
             */
            costs?: components["schemas"]["Cost"][];
            /**
             * Errors
             * @default 0
             */
            errors?: number;
            /**
             * First Token Ms
             * @description How long until the first token, on average.
             */
            first_token_ms?: number | null;
            /**
             * Input Tokens
             * @default 0
             */
            input_tokens?: number;
            /**
             * Name
             * @description In the reader's language; the id where the agent is no more.
             */
            name: string;
            /**
             * Output Tokens
             * @default 0
             */
            output_tokens?: number;
            /** P50 Ms */
            p50_ms?: number | null;
            /** P95 Ms */
            p95_ms?: number | null;
            /**
             * Reasoning Tokens
             * @default 0
             */
            reasoning_tokens?: number;
            /** Slowest Ms */
            slowest_ms?: number | null;
            /**
             * Turns
             * @default 0
             */
            turns?: number;
        };
        /**
         * Limits
         * @description What one turn may use up, where that is less than the shop allows. `cost` is in millionths of the price
         *     currency.
         */
        ai_service__app__agents__content__Limits: {
            /** Cost */
            cost?: number | null;
            /** Seconds */
            seconds?: number | null;
            /** Steps */
            steps?: number | null;
            /** Tokens */
            tokens?: number | null;
            /** Tool Calls */
            tool_calls?: number | null;
        };
        /**
         * Limits
         * @description What the provider grants; null is no limit. Beyond it others are asked.
         */
        ai_service__app__providers__schemas__Limits: {
            /** Requests Per Minute */
            requests_per_minute?: number | null;
            /** Tokens Per Minute */
            tokens_per_minute?: number | null;
        };
        /**
         * AnsweredCall
         * @description A call with what came of it; a turn that broke off may have calls without a result.
         */
        AnsweredCall: {
            /** Arguments */
            arguments: {
                [key: string]: unknown;
            };
            /** Call Id */
            call_id: string;
            /** Card */
            card?: (components["schemas"]["ProductsCard"] | components["schemas"]["ProductCard"] | components["schemas"]["ComparisonCard"] | components["schemas"]["CartCard"] | components["schemas"]["OrderCard"] | components["schemas"]["OrdersCard"]) | null;
            /** Description */
            description: string;
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Ok */
            ok?: boolean | null;
            /** Summary */
            summary?: string | null;
        };
        /** AnswerMessage */
        AnswerMessage: {
            /** Content */
            content: string;
            /**
             * Role
             * @constant
             */
            role: "assistant";
        };
        /**
         * ApiKey
         * @description That one is set, and how it ends where it is long enough to say so.
         */
        ApiKey: {
            /** Ends With */
            ends_with: string | null;
            /** Set */
            set: boolean;
        };
        /**
         * Approval
         * @description What a shopper has confirmed and staff decide about. `causes`: it is worth more than the rule's amount by itself
         *     (amount), with what the same order had before (order) or the same customer within 24 hours (day); it is in another
         *     currency than the rule (currency); or staff are always asked (always). Amounts are minor units of `currency`.
         *     `outcome` is what came of an approved one: done, refused by the shop, or still open.
         */
        Approval: {
            /** Agent Id */
            agent_id: string;
            /** Amount */
            amount: number | null;
            /** Arguments */
            arguments: {
                [key: string]: unknown;
            };
            /** Arguments Hash */
            arguments_hash: string;
            /** Causes */
            causes: ("always" | "amount" | "order" | "day" | "currency")[];
            /** Confirmation Id */
            confirmation_id: string;
            /** Conversation Id */
            conversation_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Currency */
            currency: string | null;
            /** Customer Id */
            customer_id: string;
            /** Day Total */
            day_total: number | null;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /**
             * Details
             * @description As the shopper was shown it.
             */
            details: {
                [key: string]: unknown;
            };
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: string;
            /** Order Id */
            order_id: string | null;
            /** Order Total */
            order_total: number | null;
            /** Outcome */
            outcome: ("open" | "confirmed" | "failed") | null;
            /** Outcome Code */
            outcome_code: string | null;
            /** Reason */
            reason: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "pending" | "approved" | "rejected" | "expired";
            /** Title */
            title: string;
            /** Tool */
            tool: string;
        };
        /** ApprovalCount */
        ApprovalCount: {
            /** Pending */
            pending: number;
        };
        /**
         * ApprovalGiven
         * @description `arguments_hash` of what was looked at: nothing else is approved.
         * @example {
         *       "arguments_hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
         *     }
         */
        ApprovalGiven: {
            /** Arguments Hash */
            arguments_hash: string;
        };
        /**
         * ApprovalRefused
         * @description The shopper is told the reason.
         * @example {
         *       "reason": "The goods were worn."
         *     }
         */
        ApprovalRefused: {
            /** Reason */
            reason: string;
        };
        /** AvailableModel */
        AvailableModel: {
            /**
             * Added
             * @description The shop has it already.
             */
            added: boolean;
            /** Name */
            name: string;
        };
        /** AvailableModels */
        AvailableModels: {
            /** Items */
            items: components["schemas"]["AvailableModel"][];
        };
        /**
         * Blocked
         * @description Messages that hold one of these phrases are answered with this text and reach no model.
         */
        "Blocked-Input": {
            /** Answer */
            answer: {
                [key: string]: string;
            };
            /** Phrases */
            phrases: string[];
        };
        /**
         * Blocked
         * @description Messages that hold one of these phrases are answered with this text and reach no model.
         */
        "Blocked-Output": {
            /** Answer */
            answer: {
                [key: string]: string;
            };
            /** Phrases */
            phrases: string[];
        };
        /**
         * Breaker
         * @description `open`: it is left alone until `retry_at`; `half_open`: the next call finds out.
         */
        Breaker: {
            /** Retry At */
            retry_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "closed" | "open" | "half_open";
        };
        /**
         * Budget
         * @description With what was used in the period that runs: the greatest users first, twenty at most.
         * @example {
         *       "active": true,
         *       "created_at": "2026-01-01T09:00:00Z",
         *       "currency": "USD",
         *       "current_period": "2026-01",
         *       "ends_at": "2026-02-01T00:00:00Z",
         *       "hard_micros": 50000000,
         *       "id": "bud_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "name": "The whole staff",
         *       "period": "month",
         *       "scope": "tenant",
         *       "soft_micros": 40000000,
         *       "state": "warned",
         *       "updated_at": "2026-01-01T09:00:00Z",
         *       "uses": [
         *         {
         *           "held_micros": 0,
         *           "held_tokens": 0,
         *           "spent_micros": 41250000,
         *           "spent_tokens": 18400000,
         *           "state": "warned",
         *           "warned_at": "2026-01-27T16:02:11Z"
         *         }
         *       ]
         *     }
         */
        Budget: {
            /** Active */
            active: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Currency */
            currency: string;
            /**
             * Current Period
             * @description 2026-01-31, 2026-01 or total.
             */
            current_period: string;
            /**
             * Ends At
             * @description When the next period begins.
             */
            ends_at: string | null;
            /** Hard Micros */
            hard_micros: number | null;
            /** Hard Tokens */
            hard_tokens: number | null;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /**
             * Period
             * @enum {string}
             */
            period: "day" | "month" | "total";
            /**
             * Scope
             * @enum {string}
             */
            scope: "tenant" | "agent" | "model" | "customer" | "conversation";
            /** Soft Micros */
            soft_micros: number | null;
            /** Soft Tokens */
            soft_tokens: number | null;
            /**
             * State
             * @enum {string}
             */
            state: "ok" | "warned" | "exhausted" | "off";
            /** Target Id */
            target_id: string | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Uses */
            uses: components["schemas"]["BudgetUse"][];
        };
        /**
         * BudgetCreate
         * @description At least one limit. A soft one warns, a hard one stops; money is in millionths of the currency.
         * @example {
         *       "currency": "USD",
         *       "hard_micros": 50000000,
         *       "name": "The whole staff",
         *       "period": "month",
         *       "scope": "tenant",
         *       "soft_micros": 40000000
         *     }
         */
        BudgetCreate: {
            /**
             * Active
             * @default true
             */
            active?: boolean;
            /**
             * Currency
             * @description Of the money that counts; default LLM_PRICE_CURRENCY.
             */
            currency?: string | null;
            /** Hard Micros */
            hard_micros?: number | null;
            /** Hard Tokens */
            hard_tokens?: number | null;
            /** Name */
            name: string;
            /**
             * Period
             * @description Days and months are those of TIME_ZONE.
             * @enum {string}
             */
            period: "day" | "month" | "total";
            /**
             * Scope
             * @enum {string}
             */
            scope: "tenant" | "agent" | "model" | "customer" | "conversation";
            /** Soft Micros */
            soft_micros?: number | null;
            /**
             * Soft Tokens
             * @description Tokens of prompts and answers together.
             */
            soft_tokens?: number | null;
            /**
             * Target Id
             * @description Which agent, model, customer or conversation; left out, each of them separately.
             */
            target_id?: string | null;
        };
        /**
         * BudgetUpdate
         * @description What is left out stays as it is; null takes a limit away. What it is for cannot be changed.
         * @example {
         *       "hard_micros": 60000000
         *     }
         */
        BudgetUpdate: {
            /** Active */
            active?: boolean;
            /** Hard Micros */
            hard_micros?: number | null;
            /** Hard Tokens */
            hard_tokens?: number | null;
            /** Name */
            name?: string;
            /** Soft Micros */
            soft_micros?: number | null;
            /** Soft Tokens */
            soft_tokens?: number | null;
        };
        /**
         * BudgetUse
         * @description `held` is what running calls may use yet.
         */
        BudgetUse: {
            /** Exhausted At */
            exhausted_at: string | null;
            /** Held Micros */
            held_micros: number;
            /** Held Tokens */
            held_tokens: number;
            /** Spent Micros */
            spent_micros: number;
            /** Spent Tokens */
            spent_tokens: number;
            /**
             * State
             * @enum {string}
             */
            state: "ok" | "warned" | "exhausted";
            /** Target Id */
            target_id: string | null;
            /** Warned At */
            warned_at: string | null;
        };
        /**
         * CacheFigures
         * @description The cache of whole answers, since the start.
         */
        CacheFigures: {
            /** Bytes */
            bytes: number;
            /** Hits */
            hits: number;
            /** Misses */
            misses: number;
        };
        /**
         * CancellationProposal
         * @description What confirming cancels, and what is paid back.
         */
        CancellationProposal: {
            /** Actions */
            actions?: string[] | null;
            /** Address */
            address?: {
                [key: string]: unknown;
            } | null;
            /** Cancel Reason */
            cancel_reason?: string | null;
            /** Checkout State */
            checkout_state?: string | null;
            /** Fulfilments */
            fulfilments?: {
                [key: string]: unknown;
            }[] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "cancellation";
            /** Lines */
            lines: components["schemas"]["ShownOrderLine"][];
            /** Number */
            number: string | null;
            /** Order Id */
            order_id: string;
            /** Payment Status */
            payment_status: string;
            /** Placed At */
            placed_at?: string | null;
            /** Reason */
            reason: string;
            refund: components["schemas"]["ShownMoney"];
            /** Return Until */
            return_until?: string | null;
            /** Status */
            status: string;
            total: components["schemas"]["ShownMoney"];
        };
        /** CartCard */
        CartCard: {
            /** Cart Id */
            cart_id: string;
            /** Coupon */
            coupon?: string | null;
            /** Items */
            items: components["schemas"]["ShownCartLine"][];
            totals: components["schemas"]["ShownTotals"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "cart";
            /** Version */
            version: number;
        };
        /**
         * ChatAnswer
         * @description A whole turn, for `stream: false`.
         */
        ChatAnswer: {
            /** Citations */
            citations: components["schemas"]["Citation"][];
            /** Confirmations */
            confirmations: components["schemas"]["ConfirmationRequired"][];
            /** Conversation Id */
            conversation_id: string;
            error: components["schemas"]["TurnError"] | null;
            /**
             * Finish Reason
             * @default stop
             * @enum {string}
             */
            finish_reason?: "stop" | "tool_calls" | "length" | "content_filter";
            /** Message */
            message: string;
            /** Message Id */
            message_id: string;
            /**
             * Status
             * @enum {string}
             */
            status: "done" | "stopped" | "limited" | "failed";
            /** Suggestions */
            suggestions: string[];
            /** Tool Calls */
            tool_calls: components["schemas"]["ToldCall"][];
            /** Turn Id */
            turn_id: string;
            usage: components["schemas"]["TurnUsage"] | null;
        };
        /** ChatCompletion */
        ChatCompletion: {
            /** Choices */
            choices: components["schemas"]["Choice"][];
            /** Created */
            created: number;
            /** Id */
            id: string;
            /** Model */
            model: string;
            /**
             * Object
             * @constant
             */
            object: "chat.completion";
            shop: components["schemas"]["Standing"];
            usage: components["schemas"]["TokenUsage"];
        };
        /**
         * ChatEvent
         * @description One server-sent event: its `event:` and `id:` lines and the JSON of its `data:` line.
         */
        ChatEvent: components["schemas"]["MessageDeltaEvent"] | components["schemas"]["ToolCallEvent"] | components["schemas"]["ToolResultEvent"] | components["schemas"]["ConfirmationRequiredEvent"] | components["schemas"]["CitationEvent"] | components["schemas"]["UsageEvent"] | components["schemas"]["ErrorEvent"] | components["schemas"]["DoneEvent"];
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
         * Check
         * @description The last look at whether the provider is there, `error` being a code.
         */
        Check: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Detail */
            detail: string;
            /** Error */
            error: string | null;
            /** Latency Ms */
            latency_ms: number;
        };
        /** Choice */
        Choice: {
            /**
             * Finish Reason
             * @enum {string}
             */
            finish_reason: "stop" | "length" | "content_filter";
            /**
             * Index
             * @constant
             */
            index: 0;
            /** Logprobs */
            logprobs?: null;
            message: components["schemas"]["AnswerMessage"];
        };
        /**
         * Citation
         * @description A passage of the shop's own policies that the answer rests on.
         */
        Citation: {
            /** Quote */
            quote: string;
            /** Source */
            source: string;
            /** Title */
            title: string;
            /** Url */
            url: string;
        };
        /** CitationEvent */
        CitationEvent: {
            data: components["schemas"]["Citation"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "citation";
            /**
             * Id
             * @description `<turn>-<position>`; send the last one as Last-Event-ID to go on after it.
             */
            id: string;
        };
        /** Comparison */
        Comparison: {
            /** After */
            after: string;
            /** Before */
            before: string;
            /** Differences */
            differences: components["schemas"]["Difference"][];
        };
        /** ComparisonCard */
        ComparisonCard: {
            /**
             * Cheapest
             * @description The product_id of the cheapest.
             */
            cheapest: string;
            /** Items */
            items: components["schemas"]["ShownProduct"][];
            /** Rows */
            rows: components["schemas"]["ComparisonRow"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "comparison";
        };
        /**
         * ComparisonRow
         * @description One attribute: a value for each product in the card's order, null where it has none.
         */
        ComparisonRow: {
            /** Differs */
            differs: boolean;
            /** Name */
            name: string;
            /** Values */
            values: (string | null)[];
        };
        /**
         * CompletionRequest
         * @description `model` is an agent's id. The messages are all there is to know: nothing is kept from one request to the next.
         *
         *     Client-side tools, structured output and several choices are not offered: the agent's own tools run in the shop.
         * @example {
         *       "messages": [
         *         {
         *           "content": "a monitor under 200 euros",
         *           "role": "user"
         *         }
         *       ],
         *       "model": "assistant"
         *     }
         */
        CompletionRequest: {
            /** Audio */
            audio?: unknown;
            /** Frequency Penalty */
            frequency_penalty?: number | null;
            /** Function Call */
            function_call?: unknown;
            /** Functions */
            functions?: unknown;
            /** Logit Bias */
            logit_bias?: {
                [key: string]: number;
            } | null;
            /** Logprobs */
            logprobs?: unknown;
            /**
             * Max Completion Tokens
             * @description The newer name of `max_tokens`.
             */
            max_completion_tokens?: number | null;
            /**
             * Max Tokens
             * @description At most what the shop allows its agents.
             */
            max_tokens?: number | null;
            /** Messages */
            messages: components["schemas"]["Said"][];
            /** Metadata */
            metadata?: {
                [key: string]: string;
            } | null;
            /** Modalities */
            modalities?: unknown;
            /** Model */
            model: string;
            /** N */
            n?: 1 | null;
            /** Parallel Tool Calls */
            parallel_tool_calls?: boolean | null;
            /** Prediction */
            prediction?: unknown;
            /** Presence Penalty */
            presence_penalty?: number | null;
            /** Prompt Cache Key */
            prompt_cache_key?: string | null;
            /** Reasoning Effort */
            reasoning_effort?: string | null;
            /** Response Format */
            response_format?: unknown;
            /** Safety Identifier */
            safety_identifier?: string | null;
            /** Seed */
            seed?: number | null;
            /** Service Tier */
            service_tier?: string | null;
            /** Stop */
            stop?: unknown;
            /** Store */
            store?: boolean | null;
            /**
             * Stream
             * @default false
             */
            stream?: boolean | null;
            stream_options?: components["schemas"]["StreamOptions"] | null;
            /** Temperature */
            temperature?: number | null;
            /** Tool Choice */
            tool_choice?: unknown;
            /** Tools */
            tools?: unknown;
            /** Top Logprobs */
            top_logprobs?: unknown;
            /** Top P */
            top_p?: number | null;
            /** User */
            user?: string | null;
            /** Verbosity */
            verbosity?: string | null;
            /** Web Search Options */
            web_search_options?: unknown;
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
            /**
             * Card
             * @description The effect to be drawn: the order that was placed or cancelled.
             */
            card?: (components["schemas"]["ProductsCard"] | components["schemas"]["ProductCard"] | components["schemas"]["ComparisonCard"] | components["schemas"]["CartCard"] | components["schemas"]["OrderCard"] | components["schemas"]["OrdersCard"]) | null;
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
             * @description awaiting_staff: the shop's staff decide first, and the answer comes on the events.
             * @enum {string}
             */
            status: "confirmed" | "rejected" | "awaiting_staff";
            /** Tool */
            tool: string;
        };
        /**
         * ConfirmationRequired
         * @description A proposal: nothing happens unless the shopper confirms it before `expires_at`. `text` says in the reader's
         *     language what will happen and what it costs; `details` is the same as data.
         */
        ConfirmationRequired: {
            /** Confirmation Id */
            confirmation_id: string;
            /** Details */
            details: components["schemas"]["PurchaseProposal"] | components["schemas"]["CancellationProposal"] | components["schemas"]["AddressProposal"] | components["schemas"]["PaymentProposal"] | components["schemas"]["SwapProposal"] | components["schemas"]["ReturnProposal"];
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Tool */
            tool: string;
        };
        /** ConfirmationRequiredEvent */
        ConfirmationRequiredEvent: {
            data: components["schemas"]["ConfirmationRequired"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "confirmation.required";
            /**
             * Id
             * @description `<turn>-<position>`; send the last one as Last-Event-ID to go on after it.
             */
            id: string;
        };
        /**
         * Conversation
         * @description `turns_shown` is enough to draw the conversation again; `messages` are only its words.
         */
        Conversation: {
            /** Agent Id */
            agent_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Customer Id */
            customer_id: string;
            /** Had Error */
            had_error: boolean;
            /** Had Order */
            had_order: boolean;
            /** Id */
            id: string;
            /** Language */
            language: string;
            /** Messages */
            messages: components["schemas"]["ShownMessage"][];
            /** Running */
            running: boolean;
            /**
             * State
             * @enum {string}
             */
            state: "running" | "waiting" | "idle";
            /** Title */
            title: string;
            /** Turns */
            turns: number;
            /** Turns Shown */
            turns_shown: components["schemas"]["ShownTurn"][];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** ConversationRecord */
        ConversationRecord: {
            /** Agent Id */
            agent_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Customer Id */
            customer_id: string;
            /** Had Error */
            had_error: boolean;
            /** Had Order */
            had_order: boolean;
            /** Id */
            id: string;
            /** Language */
            language: string;
            /** Running */
            running: boolean;
            /**
             * State
             * @enum {string}
             */
            state: "running" | "waiting" | "idle";
            /** Title */
            title: string;
            /** Turns */
            turns: number;
            /** Turns Recorded */
            turns_recorded: components["schemas"]["RecordedTurn"][];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            usage: components["schemas"]["Usage"];
        };
        /**
         * Cost
         * @description In millionths of the currency.
         */
        Cost: {
            /** Currency */
            currency: string;
            /** Micros */
            micros: number;
        };
        /**
         * DecisionError
         * @description Why the shop refused what was confirmed.
         */
        DecisionError: {
            /** Code */
            code: string | null;
            /** Detail */
            detail: string | null;
        };
        /**
         * Difference
         * @description One field; `lines` for a text of several lines.
         */
        Difference: {
            /** After */
            after: unknown;
            /** Before */
            before: unknown;
            /**
             * Field
             * @example instructions.en
             */
            field: string;
            /** Lines */
            lines?: components["schemas"]["DiffLine"][] | null;
        };
        /**
         * DiffLine
         * @description `gap` stands for lines that are the same and not shown.
         */
        DiffLine: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "same" | "added" | "removed" | "gap";
            /** Text */
            text: string;
        };
        /** DoneEvent */
        DoneEvent: {
            data: components["schemas"]["TurnDone"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "done";
            /**
             * Id
             * @description `<turn>-<position>`; send the last one as Last-Event-ID to go on after it.
             */
            id: string;
        };
        /**
         * Duplication
         * @example {
         *       "id": "gift-adviser-2"
         *     }
         */
        Duplication: {
            /**
             * Id
             * @description The agent's name in addresses and records; never changes.
             * @example gift-adviser
             */
            id: string;
        };
        /** EarlierMessage */
        EarlierMessage: {
            /** Content */
            content: string;
            /**
             * Role
             * @enum {string}
             */
            role: "user" | "assistant";
        };
        /**
         * EditorChoices
         * @description What there is to choose from when an agent is built.
         */
        EditorChoices: {
            limits: components["schemas"]["ShopLimits"];
            /** Tools */
            tools: components["schemas"]["ToolChoice"][];
            /**
             * Variables
             * @description Those that the shop fills in.
             */
            variables: string[];
        };
        /** ErrorEvent */
        ErrorEvent: {
            data: components["schemas"]["TurnError"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "error";
            /**
             * Id
             * @description `<turn>-<position>`; send the last one as Last-Event-ID to go on after it.
             */
            id: string;
        };
        /** ErrorMembers */
        ErrorMembers: {
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Param */
            param: string | null;
            /** Type */
            type: string;
        };
        /**
         * EventsLag
         * @description How far a consumer is behind the log it follows, as of its last look (every few seconds at most).
         */
        EventsLag: {
            /** Behind */
            behind: number;
            /** Consumer */
            consumer: string;
            /** Source */
            source: string;
            /**
             * Stuck
             * @description An event could not be applied; it is tried again.
             */
            stuck: boolean;
        };
        /**
         * ExhaustedBudget
         * @description How much of it is used, in millionths of the currency and in tokens; `ends_at` is when its next period begins.
         */
        ExhaustedBudget: {
            /** Budget Id */
            budget_id: string;
            /** Currency */
            currency: string;
            /** Ends At */
            ends_at: string | null;
            /** Hard Micros */
            hard_micros: number | null;
            /** Hard Tokens */
            hard_tokens: number | null;
            /** Name */
            name: string;
            /** Period */
            period: string;
            /** Scope */
            scope: string;
            /** Spent Micros */
            spent_micros: number;
            /** Spent Tokens */
            spent_tokens: number;
            /** Target Id */
            target_id: string | null;
        };
        /**
         * Guardrails
         * @description `mask`: what is masked in everything that is kept of a conversation. `longest_input`: characters of a message.
         */
        "Guardrails-Input": {
            /**
             * Blocked
             * @default []
             */
            blocked?: components["schemas"]["Blocked-Input"][];
            /** Longest Input */
            longest_input?: number | null;
            /**
             * Mask
             * @default []
             */
            mask?: ("email" | "phone" | "card")[];
        };
        /**
         * Guardrails
         * @description `mask`: what is masked in everything that is kept of a conversation. `longest_input`: characters of a message.
         */
        "Guardrails-Output": {
            /**
             * Blocked
             * @default []
             */
            blocked?: components["schemas"]["Blocked-Output"][];
            /** Longest Input */
            longest_input?: number | null;
            /**
             * Mask
             * @default []
             */
            mask?: ("email" | "phone" | "card")[];
        };
        /** Imported */
        Imported: {
            /** Archived */
            archived: boolean;
            /**
             * Audience
             * @enum {string}
             */
            audience: "shoppers" | "staff";
            /** Default */
            default: boolean;
            /**
             * Delivered
             * @description Comes with the shop.
             */
            delivered: boolean;
            /** Description */
            description: string;
            draft: components["schemas"]["AgentContent"];
            /** Draft Differs */
            draft_differs: boolean;
            /** Id */
            id: string;
            /** Latest */
            latest: number;
            /** Name */
            name: string;
            /**
             * Outcome
             * @description What became of the draft.
             * @enum {string}
             */
            outcome: "created" | "changed" | "unchanged";
            /** Revision */
            revision: number;
            /** Tools */
            tools: components["schemas"]["AgentTool"][];
            /**
             * Updated At
             * @description Null for one as delivered that nobody has touched.
             */
            updated_at: string | null;
            /** Version */
            version: number | null;
        };
        /**
         * KillSwitch
         * @description While `on`, no agent's call of this kind changes anything, and no confirmation of one is carried out.
         * @example {
         *       "changed_at": "2026-11-22T09:00:00Z",
         *       "changed_by": "usr_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "kind": "tool",
         *       "name": "cancel_order",
         *       "on": true,
         *       "reason": "Refunds look wrong"
         *     }
         */
        KillSwitch: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Changed By */
            changed_by: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "shop" | "agent" | "tool";
            /** Name */
            name: string;
            /** On */
            on: boolean;
            /** Reason */
            reason: string;
        };
        /**
         * KillSwitches
         * @description Every switch that was ever thrown; `writes_stopped`: the one of the whole shop is on.
         */
        KillSwitches: {
            /** Items */
            items: components["schemas"]["KillSwitch"][];
            /** Writes Stopped */
            writes_stopped: boolean;
        };
        /** LanguageModel */
        LanguageModel: {
            /**
             * Abilities
             * @description null: whatever it is asked for.
             */
            abilities: ("chat" | "tools" | "vision" | "json" | "reasoning" | "embeddings" | "speech")[] | null;
            /** Context Window */
            context_window: number | null;
            /** Created At */
            created_at: string | null;
            /** Display Name */
            display_name: string;
            /** Enabled */
            enabled: boolean;
            /** Id */
            id: string;
            /** Name */
            name: string;
            prices: components["schemas"]["Prices"];
            /** Provider Id */
            provider_id: string;
            /**
             * Source
             * @enum {string}
             */
            source: "configuration" | "shop";
            /** Updated At */
            updated_at: string | null;
            /** Version */
            version: number;
            /** Weight */
            weight: number;
        };
        /**
         * LedgerEntry
         * @description One call. Of a tool there are no tokens and no cost, of a model no tool. Reasoning is a part of the output,
         *     cached tokens are a part of the input; `cached` says whether there were any.
         * @example {
         *       "agent_id": "assistant",
         *       "agent_version": 3,
         *       "cached": true,
         *       "cached_tokens": 1024,
         *       "conversation_id": "cnv_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "cost_micros": 583,
         *       "created_at": "2026-01-05T09:30:00Z",
         *       "currency": "USD",
         *       "customer_id": "usr_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "duration_ms": 1240,
         *       "estimated": false,
         *       "first_token_ms": 310,
         *       "id": "mcl_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "input_tokens": 1840,
         *       "kind": "model",
         *       "model": "gpt-4.1-mini",
         *       "output_tokens": 96,
         *       "price_id": "prc_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "provider": "https://llm.example/v1",
         *       "reasoning_tokens": 0,
         *       "status": "ok",
         *       "test": false,
         *       "turn_id": "trn_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f"
         *     }
         */
        LedgerEntry: {
            /** Agent Id */
            agent_id: string;
            /** Agent Version */
            agent_version: number | null;
            /** Cached */
            cached: boolean | null;
            /** Cached Tokens */
            cached_tokens: number | null;
            /** Conversation Id */
            conversation_id: string;
            /** Cost Micros */
            cost_micros: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Currency */
            currency: string | null;
            /** Customer Id */
            customer_id: string;
            /** Duration Ms */
            duration_ms: number | null;
            /** Error Code */
            error_code: string | null;
            /**
             * Estimated
             * @description Whether the tokens were counted here: the provider did not say.
             */
            estimated: boolean | null;
            /** First Token Ms */
            first_token_ms: number | null;
            /** Id */
            id: string;
            /** Input Tokens */
            input_tokens: number | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "model" | "tool";
            /** Model */
            model: string | null;
            /** Output Tokens */
            output_tokens: number | null;
            /** Price Id */
            price_id: string | null;
            /** Provider */
            provider: string | null;
            /** Reasoning Tokens */
            reasoning_tokens: number | null;
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "broken_off" | "started" | "refused" | "failed" | "unknown";
            /**
             * Test
             * @description Whether staff tried the agent out.
             */
            test: boolean | null;
            /** Tool */
            tool: string | null;
            /** Turn Id */
            turn_id: string;
        };
        /** ListedConversation */
        ListedConversation: {
            /** Agent Id */
            agent_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Customer Id */
            customer_id: string;
            /** Had Error */
            had_error: boolean;
            /** Had Order */
            had_order: boolean;
            /** Id */
            id: string;
            /** Language */
            language: string;
            /** Running */
            running: boolean;
            /**
             * State
             * @enum {string}
             */
            state: "running" | "waiting" | "idle";
            /** Title */
            title: string;
            /** Turns */
            turns: number;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** @description What it used and cost; for staff. */
            usage?: components["schemas"]["Usage"] | null;
        };
        /** LogLine */
        LogLine: {
            /** Event */
            event: string;
            /**
             * Fields
             * @description Whatever else the line says; secrets are shown as ***.
             * @default {}
             */
            fields?: {
                [key: string]: unknown;
            };
            /** Level */
            level: string;
            /** Request Id */
            request_id?: string | null;
            /** Service */
            service: string;
            /** Timestamp */
            timestamp: string;
            /** Trace Id */
            trace_id?: string | null;
        };
        /**
         * LogLines
         * @description Newest first.
         * @example {
         *       "complete": true,
         *       "items": [
         *         {
         *           "event": "request",
         *           "fields": {
         *             "method": "GET",
         *             "ms": 3.1,
         *             "path": "/api/v1/orders",
         *             "status": 200
         *           },
         *           "level": "info",
         *           "request_id": "0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *           "service": "order_service",
         *           "timestamp": "2026-01-05T09:30:00.123456+00:00"
         *         }
         *       ]
         *     }
         */
        LogLines: {
            /**
             * Complete
             * @description Whether all lines that are kept were searched, or only the newest megabytes.
             */
            complete: boolean;
            /** Items */
            items: components["schemas"]["LogLine"][];
            /** Next Cursor */
            next_cursor?: null;
        };
        /**
         * MessageDelta
         * @description A piece of the answer.
         */
        MessageDelta: {
            /** Text */
            text: string;
        };
        /** MessageDeltaEvent */
        MessageDeltaEvent: {
            data: components["schemas"]["MessageDelta"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "message.delta";
            /**
             * Id
             * @description `<turn>-<position>`; send the last one as Last-Event-ID to go on after it.
             */
            id: string;
        };
        /**
         * Model
         * @description An agent. `created` has no meaning here.
         * @example {
         *       "created": 0,
         *       "id": "assistant",
         *       "object": "model",
         *       "owned_by": "shop"
         *     }
         */
        Model: {
            /**
             * Created
             * @default 0
             */
            created?: number;
            /** Id */
            id: string;
            /**
             * Object
             * @default model
             * @constant
             */
            object?: "model";
            /**
             * Owned By
             * @default shop
             * @constant
             */
            owned_by?: "shop";
        };
        /**
         * ModelChoice
         * @description A model by name, and those that are asked when it cannot answer, in this order.
         */
        ModelChoice: {
            /**
             * Fallbacks
             * @default []
             */
            fallbacks?: string[];
            /** Name */
            name: string;
        };
        /**
         * ModelCost
         * @description In millionths of the currency.
         */
        ModelCost: {
            /** Currency */
            currency: string;
            /** Micros */
            micros: number;
        };
        /**
         * ModelCreate
         * @example {
         *       "abilities": [
         *         "chat",
         *         "tools",
         *         "json"
         *       ],
         *       "context_window": 128000,
         *       "display_name": "DeepSeek Chat",
         *       "name": "deepseek-chat",
         *       "prices": {
         *         "cached": 70000,
         *         "currency": "USD",
         *         "input": 270000,
         *         "output": 1100000
         *       },
         *       "provider_id": "prv_0198f7a0"
         *     }
         */
        ModelCreate: {
            /**
             * Abilities
             * @default [
             *       "chat",
             *       "tools",
             *       "json"
             *     ]
             */
            abilities?: ("chat" | "tools" | "vision" | "json" | "reasoning" | "embeddings" | "speech")[];
            /**
             * Context Window
             * @description Tokens; null where nobody knows.
             */
            context_window?: number | null;
            /** Display Name */
            display_name?: string | null;
            /**
             * Enabled
             * @default true
             */
            enabled?: boolean;
            /**
             * Name
             * @description What it is called on the wire.
             */
            name: string;
            /**
             * @default {
             *       "currency": "USD",
             *       "input": 0,
             *       "output": 0
             *     }
             */
            prices?: components["schemas"]["Prices"];
            /** Provider Id */
            provider_id: string;
            /**
             * Weight
             * @description How often among those of the same priority.
             * @default 1
             */
            weight?: number;
        };
        /**
         * ModelHealth
         * @description Calls of the last five minutes that this process of the service made. First tokens in milliseconds.
         */
        ModelHealth: {
            /** Calls */
            calls: number;
            /** Errors */
            errors: number;
            /** Last Error */
            last_error: string | null;
            /** Model Id */
            model_id: string;
            /** P50 First Token Ms */
            p50_first_token_ms: number | null;
            /** P95 First Token Ms */
            p95_first_token_ms: number | null;
            /** Provider Id */
            provider_id: string;
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "degraded" | "down" | "limited" | "unknown" | "disabled";
        };
        /** ModelList */
        ModelList: {
            /** Data */
            data: components["schemas"]["Model"][];
            /**
             * Object
             * @default list
             * @constant
             */
            object?: "list";
        };
        /**
         * ModelUpdate
         * @description Only what is named changes.
         * @example {
         *       "weight": 3
         *     }
         */
        ModelUpdate: {
            /** Abilities */
            abilities?: ("chat" | "tools" | "vision" | "json" | "reasoning" | "embeddings" | "speech")[];
            /** Context Window */
            context_window?: number | null;
            /** Display Name */
            display_name?: string;
            /** Enabled */
            enabled?: boolean;
            /** Name */
            name?: string;
            prices?: components["schemas"]["Prices"];
            /**
             * Weight
             * @description How often among those of the same priority.
             */
            weight?: number;
        };
        /** OrderCard */
        OrderCard: {
            order: components["schemas"]["ShownOrder"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "order";
        };
        /** OrdersCard */
        OrdersCard: {
            /** Items */
            items: components["schemas"]["ShownOrder"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "orders";
        };
        /** Page[Approval] */
        Page_Approval_: {
            /** Items */
            items: components["schemas"]["Approval"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[Budget] */
        Page_Budget_: {
            /** Items */
            items: components["schemas"]["Budget"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[LanguageModel] */
        Page_LanguageModel_: {
            /** Items */
            items: components["schemas"]["LanguageModel"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[LedgerEntry] */
        Page_LedgerEntry_: {
            /** Items */
            items: components["schemas"]["LedgerEntry"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[ListedConversation] */
        Page_ListedConversation_: {
            /** Items */
            items: components["schemas"]["ListedConversation"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[PolicyName] */
        Page_PolicyName_: {
            /** Items */
            items: components["schemas"]["PolicyName"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[Price] */
        Page_Price_: {
            /** Items */
            items: components["schemas"]["Price"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[Provider] */
        Page_Provider_: {
            /** Items */
            items: components["schemas"]["Provider"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[Tool] */
        Page_Tool_: {
            /** Items */
            items: components["schemas"]["Tool"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[Union[StaffAgent, Agent]] */
        Page_Union_StaffAgent__Agent__: {
            /** Items */
            items: (components["schemas"]["StaffAgent"] | components["schemas"]["Agent"])[];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[Version] */
        Page_Version_: {
            /** Items */
            items: components["schemas"]["Version"][];
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
            /**
             * Currency
             * @description What prices are shown in there, if not the shop's own.
             */
            currency?: string | null;
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
         * PaymentProposal
         * @description What confirming takes from the new method, and gives back to the one that first paid.
         */
        PaymentProposal: {
            /** Actions */
            actions?: string[] | null;
            /** Address */
            address?: {
                [key: string]: unknown;
            } | null;
            /** Cancel Reason */
            cancel_reason?: string | null;
            /** Checkout State */
            checkout_state?: string | null;
            /** Fulfilments */
            fulfilments?: {
                [key: string]: unknown;
            }[] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "payment_change";
            /** Lines */
            lines: components["schemas"]["ShownOrderLine"][];
            /** Number */
            number: string | null;
            /** Order Id */
            order_id: string;
            /** Payment Before */
            payment_before: string;
            /** Payment Label */
            payment_label: string;
            /** Payment Status */
            payment_status: string;
            /** Placed At */
            placed_at?: string | null;
            /** Return Until */
            return_until?: string | null;
            /** Status */
            status: string;
            to_get: components["schemas"]["ShownMoney"];
            to_pay: components["schemas"]["ShownMoney"];
            total: components["schemas"]["ShownMoney"];
        };
        /**
         * Policy
         * @description A policy as the shop's customers read it; `language` is another one where the text is not translated.
         * @example {
         *       "language": "en",
         *       "name": "returns",
         *       "sections": [
         *         {
         *           "anchor": "how-long-you-can-return-something",
         *           "text": "You can return anything within 30 days of delivery.",
         *           "title": "How long you can return something"
         *         }
         *       ],
         *       "title": "Returns and refunds"
         *     }
         */
        Policy: {
            /** Language */
            language: string;
            /** Name */
            name: string;
            /** Sections */
            sections: components["schemas"]["PolicySection"][];
            /** Title */
            title: string;
        };
        /**
         * PolicyName
         * @description A policy in a list; `name` is what its address is made of.
         */
        PolicyName: {
            /** Name */
            name: string;
            /** Title */
            title: string;
        };
        /**
         * PolicySection
         * @description One rule, with a little Markdown in its text; `anchor` is where a citation leads, in this language.
         */
        PolicySection: {
            /** Anchor */
            anchor: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
        };
        /**
         * Price
         * @description `state`: of the versions of a model one is current; those before are past, those that will come scheduled.
         * @example {
         *       "cached": 100000,
         *       "created_at": "2026-01-20T09:30:00Z",
         *       "created_by": "usr_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "currency": "USD",
         *       "id": "prc_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "input": 400000,
         *       "model": "gpt-4.1-mini",
         *       "origin": "staff",
         *       "output": 1600000,
         *       "state": "current",
         *       "valid_from": "2026-02-01T00:00:00Z"
         *     }
         */
        Price: {
            /** Cached */
            cached: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Currency */
            currency: string;
            /** Id */
            id: string;
            /** Input */
            input: number;
            /** Model */
            model: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "environment" | "staff";
            /** Output */
            output: number;
            /** Reasoning */
            reasoning: number | null;
            /**
             * State
             * @enum {string}
             */
            state: "past" | "current" | "scheduled";
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
        };
        /**
         * PriceCreate
         * @description A price from a moment on, in millionths of the currency per million tokens; what was before stays as it was.
         * @example {
         *       "cached": 100000,
         *       "currency": "USD",
         *       "input": 400000,
         *       "model": "gpt-4.1-mini",
         *       "output": 1600000
         *     }
         */
        PriceCreate: {
            /**
             * Cached
             * @description Of those that it had kept; left out: as `input`.
             */
            cached?: number | null;
            /** Currency */
            currency: string;
            /**
             * Input
             * @description Of prompt tokens that the provider had not kept from an earlier call.
             */
            input: number;
            /** Model */
            model: string;
            /**
             * Output
             * @description Of the answer.
             */
            output: number;
            /**
             * Reasoning
             * @description Of reasoning; left out: as `output`.
             */
            reasoning?: number | null;
            /**
             * Valid From
             * @description Now, where it is left out; never in the past.
             */
            valid_from?: string | null;
        };
        /**
         * Prices
         * @description In millionths of the currency per million tokens. `reasoning` null: it costs what other output does.
         *
         *     They are kept in the price list under the model's name, for all providers of it; another price is valid from now on.
         */
        Prices: {
            /**
             * Cached
             * @description Left out: as `input`.
             */
            cached?: number | null;
            /**
             * Currency
             * @default USD
             */
            currency?: string;
            /**
             * Input
             * @default 0
             */
            input?: number;
            /**
             * Output
             * @default 0
             */
            output?: number;
            /** Reasoning */
            reasoning?: number | null;
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
        /**
         * ProductCard
         * @description One product with the variants that can be put into the basket.
         */
        ProductCard: {
            /**
             * Attributes
             * @default []
             */
            attributes?: components["schemas"]["ShownAttribute"][];
            /**
             * Description
             * @default
             */
            description?: string;
            /**
             * Images
             * @default []
             */
            images?: string[];
            product: components["schemas"]["ShownProduct"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "product";
            /** Variants */
            variants: components["schemas"]["ShownVariant"][];
        };
        /**
         * ProductsCard
         * @description Search results and suggestions, in the order in which the answer numbers them.
         */
        ProductsCard: {
            /** Did You Mean */
            did_you_mean?: string | null;
            /** Items */
            items: components["schemas"]["ShownProduct"][];
            /** Total */
            total: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "products";
        };
        /**
         * ProposedEffect
         * @description Something that is done only when the shopper confirms it.
         */
        ProposedEffect: {
            /** Confirmation Id */
            confirmation_id: string;
            /** Details */
            details: {
                [key: string]: unknown;
            };
            /** Expires At */
            expires_at: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Tool */
            tool: string;
        };
        /**
         * ProtectedResource
         * @description OAuth 2.0 protected resource metadata (RFC 9728).
         * @example {
         *       "authorization_servers": [
         *         "https://shop.example"
         *       ],
         *       "bearer_methods_supported": [
         *         "header"
         *       ],
         *       "resource": "https://shop.example/mcp",
         *       "resource_documentation": "https://shop.example/docs"
         *     }
         */
        ProtectedResource: {
            /** Authorization Servers */
            authorization_servers: string[];
            /**
             * Bearer Methods Supported
             * @default [
             *       "header"
             *     ]
             */
            bearer_methods_supported?: "header"[];
            /** Resource */
            resource: string;
            /** Resource Documentation */
            resource_documentation: string;
        };
        /**
         * Provider
         * @description The one of `source` configuration is in the settings of the service, and cannot be changed here.
         */
        Provider: {
            api_key: components["schemas"]["ApiKey"];
            /** Base Url */
            base_url: string;
            /** Created At */
            created_at: string | null;
            /** Enabled */
            enabled: boolean;
            health: components["schemas"]["ProviderHealth"];
            /** Id */
            id: string;
            limits: components["schemas"]["ai_service__app__providers__schemas__Limits"];
            /** Name */
            name: string;
            /** Priority */
            priority: number;
            /**
             * Source
             * @enum {string}
             */
            source: "configuration" | "shop";
            timeouts: components["schemas"]["Timeouts"];
            /** Updated At */
            updated_at: string | null;
            /** Version */
            version: number;
            /** Weight */
            weight: number;
        };
        /**
         * ProviderCreate
         * @example {
         *       "api_key": "sk-…",
         *       "base_url": "https://api.deepseek.com/v1",
         *       "limits": {
         *         "requests_per_minute": 500
         *       },
         *       "name": "DeepSeek",
         *       "priority": 10
         *     }
         */
        ProviderCreate: {
            /**
             * Api Key
             * @description Written, never read again.
             */
            api_key?: string | null;
            /**
             * Base Url
             * @description Up to and with `/v1`, as the provider gives it.
             */
            base_url: string;
            /**
             * Enabled
             * @default true
             */
            enabled?: boolean;
            /** @default {} */
            limits?: components["schemas"]["ai_service__app__providers__schemas__Limits"];
            /** Name */
            name: string;
            /**
             * Priority
             * @description The smallest is asked first.
             * @default 100
             */
            priority?: number;
            /**
             * @default {
             *       "between_tokens": 15,
             *       "connect": 5,
             *       "first_token": 20,
             *       "total": 60
             *     }
             */
            timeouts?: components["schemas"]["Timeouts"];
            /**
             * Weight
             * @description How often among those of the same priority.
             * @default 1
             */
            weight?: number;
        };
        /**
         * ProviderHealth
         * @description As this process of the service sees it; the figures are of the last five minutes, first tokens in milliseconds.
         *
         *     `limited`: its own limits are used up, or it asked to be left alone. `unknown`: nobody has asked it yet.
         * @example {
         *       "breaker": {
         *         "state": "closed"
         *       },
         *       "calls": 42,
         *       "check": {
         *         "at": "2026-01-05T09:30:00Z",
         *         "detail": "",
         *         "latency_ms": 90
         *       },
         *       "errors": 1,
         *       "last_error": "model_unavailable",
         *       "limited_for_seconds": 0,
         *       "p50_first_token_ms": 380,
         *       "p95_first_token_ms": 1200,
         *       "provider_id": "prv_0198f7a0",
         *       "status": "ok"
         *     }
         */
        ProviderHealth: {
            breaker: components["schemas"]["Breaker"];
            /** Calls */
            calls: number;
            check: components["schemas"]["Check"] | null;
            /** Errors */
            errors: number;
            /** Last Error */
            last_error: string | null;
            /** Limited For Seconds */
            limited_for_seconds: number;
            /** P50 First Token Ms */
            p50_first_token_ms: number | null;
            /** P95 First Token Ms */
            p95_first_token_ms: number | null;
            /** Provider Id */
            provider_id: string;
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "degraded" | "down" | "limited" | "unknown" | "disabled";
        };
        /**
         * ProviderUpdate
         * @description Only what is named changes. Another server needs the key again: it is not sent where it was not meant for.
         * @example {
         *       "enabled": false
         *     }
         */
        ProviderUpdate: {
            /**
             * Api Key
             * @description null takes it away.
             */
            api_key?: string | null;
            /** Base Url */
            base_url?: string;
            /** Enabled */
            enabled?: boolean;
            limits?: components["schemas"]["ai_service__app__providers__schemas__Limits"];
            /** Name */
            name?: string;
            /**
             * Priority
             * @description The smallest is asked first.
             */
            priority?: number;
            timeouts?: components["schemas"]["Timeouts"];
            /**
             * Weight
             * @description How often among those of the same priority.
             */
            weight?: number;
        };
        /**
         * Publication
         * @description Without a `number` the draft becomes a new version; with one, that earlier version answers again.
         * @example {
         *       "note": "Warmer greeting",
         *       "revision": 2
         *     }
         */
        Publication: {
            /**
             * Note
             * @default
             */
            note?: string;
            /** Number */
            number?: number | null;
            /**
             * Revision
             * @description The one you saw; another is a 409 `agent_changed`.
             */
            revision: number;
        };
        /**
         * PurchaseProposal
         * @description What confirming buys: exactly these lines at these prices, sent there, paid so.
         */
        PurchaseProposal: {
            /** Address */
            address: {
                [key: string]: unknown;
            };
            /** Cart Id */
            cart_id: string;
            /** Cart Version */
            cart_version: number;
            /** Coupon */
            coupon?: string | null;
            /** Email */
            email?: string | null;
            /** Expected Total */
            expected_total: {
                [key: string]: unknown;
            };
            /** Items */
            items: components["schemas"]["ShownCartLine"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "purchase";
            /** Payment */
            payment?: {
                [key: string]: unknown;
            } | null;
            /**
             * Payment Label
             * @description The payment method in the reader's language.
             */
            payment_label: string;
            /** Payment Method Id */
            payment_method_id?: string | null;
            shipping: components["schemas"]["ShownShipping"];
            /** Shipping Method */
            shipping_method: string;
            total: components["schemas"]["ShownMoney"];
            totals: components["schemas"]["ShownTotals"];
        };
        /**
         * RecordedCall
         * @description A tool call from the audit. `status` stays `started` when the process died in mid-call, and is `unknown` when the
         *     shop did not answer. The effect of a confirmation has its `confirmation_id` and no `call_id`.
         */
        RecordedCall: {
            /**
             * Arguments
             * @description As the model gave them; a string where they were not JSON.
             */
            arguments: unknown;
            /** Call Id */
            call_id: string | null;
            /** Changes */
            changes: boolean;
            /** Confirmation Id */
            confirmation_id: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Duration Ms */
            duration_ms: number | null;
            /** Error Code */
            error_code: string | null;
            /** Id */
            id: string;
            /**
             * Result
             * @description What the model was told; null for the effect of a confirmation.
             */
            result: unknown;
            /**
             * Status
             * @enum {string}
             */
            status: "started" | "ok" | "refused" | "failed" | "unknown";
            /** Tool */
            tool: string;
        };
        /**
         * RecordedMessage
         * @description What the model was told or said, word for word.
         */
        RecordedMessage: {
            /** Content */
            content: string;
            /** Name */
            name?: string | null;
            /**
             * Role
             * @enum {string}
             */
            role: "system" | "user" | "assistant" | "tool";
            /** Tool Call Id */
            tool_call_id?: string | null;
            /**
             * Tool Calls
             * @default []
             */
            tool_calls?: {
                [key: string]: string;
            }[];
        };
        /**
         * RecordedModelCall
         * @description `cost` is in millionths of the currency; `finished` is false for an answer that broke off.
         */
        RecordedModelCall: {
            /** Agent Version */
            agent_version: number | null;
            /** Cached Tokens */
            cached_tokens: number;
            /** Cost */
            cost: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Currency */
            currency: string;
            /** Duration Ms */
            duration_ms: number;
            /** Finished */
            finished: boolean;
            /** First Token Ms */
            first_token_ms: number | null;
            /** Id */
            id: string;
            /** Input Tokens */
            input_tokens: number;
            /** Model */
            model: string;
            /** Output Tokens */
            output_tokens: number;
            /** Provider */
            provider: string;
            /** Reasoning Tokens */
            reasoning_tokens: number;
        };
        /** RecordedTurn */
        RecordedTurn: {
            /** Agent Id */
            agent_id: string;
            /**
             * Agent Version
             * @description Of the agent that answered; 0 is as delivered.
             */
            agent_version: number | null;
            /** Calls */
            calls: components["schemas"]["RecordedCall"][];
            /** Citations */
            citations: components["schemas"]["Citation"][];
            /** Confirmations */
            confirmations: components["schemas"]["ShownConfirmation"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            error: components["schemas"]["TurnError"] | null;
            /** Finished At */
            finished_at: string | null;
            /** Last Event Id */
            last_event_id: string;
            /** Message */
            message: string;
            /** Message Id */
            message_id: string;
            /** Messages */
            messages: components["schemas"]["RecordedMessage"][];
            /** Model Calls */
            model_calls: components["schemas"]["RecordedModelCall"][];
            /** Number */
            number: number;
            /** Question */
            question: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "running" | "done" | "stopped" | "limited" | "failed";
            /** Suggestions */
            suggestions: string[];
            /** Tool Calls */
            tool_calls: components["schemas"]["AnsweredCall"][];
            /** Turn Id */
            turn_id: string;
            usage: components["schemas"]["TurnUsage"] | null;
        };
        /**
         * RequestFigures
         * @description Of the window. Times are read from the buckets of a histogram, so they are good to about a third.
         */
        RequestFigures: {
            /** Count */
            count: number;
            /**
             * Error Rate
             * @description errors ÷ count.
             */
            error_rate: number;
            /**
             * Errors
             * @description Answers with a status of 500 and above.
             */
            errors: number;
            /** P50 Ms */
            p50_ms: number | null;
            /** P95 Ms */
            p95_ms: number | null;
            /** P99 Ms */
            p99_ms: number | null;
            /** Per Second */
            per_second: number;
            /**
             * Refused
             * @description Answers with a status of 400 to 499.
             */
            refused: number;
        };
        /**
         * ReturnProposal
         * @description What confirming asks to send back, and what is paid back, to what, once it was received.
         */
        ReturnProposal: {
            /** Actions */
            actions?: string[] | null;
            /** Address */
            address?: {
                [key: string]: unknown;
            } | null;
            /** Cancel Reason */
            cancel_reason?: string | null;
            /** Checkout State */
            checkout_state?: string | null;
            /** Fulfilments */
            fulfilments?: {
                [key: string]: unknown;
            }[] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "return";
            /** Lines */
            lines: components["schemas"]["ShownOrderLine"][];
            /** Number */
            number: string | null;
            /** Order Id */
            order_id: string;
            /** Payment Label */
            payment_label: string;
            /** Payment Status */
            payment_status: string;
            /** Pieces */
            pieces: components["schemas"]["ShownOrderLine"][];
            /** Placed At */
            placed_at?: string | null;
            /** Return Until */
            return_until?: string | null;
            /** Status */
            status: string;
            to_get: components["schemas"]["ShownMoney"];
            total: components["schemas"]["ShownMoney"];
        };
        /** RouteFigures */
        RouteFigures: {
            /** Count */
            count: number;
            /**
             * Error Rate
             * @description errors ÷ count.
             */
            error_rate: number;
            /**
             * Errors
             * @description Answers with a status of 500 and above.
             */
            errors: number;
            /** Method */
            method: string;
            /** P50 Ms */
            p50_ms: number | null;
            /** P95 Ms */
            p95_ms: number | null;
            /** P99 Ms */
            p99_ms: number | null;
            /** Per Second */
            per_second: number;
            /**
             * Refused
             * @description Answers with a status of 400 to 499.
             */
            refused: number;
            /** Route */
            route: string;
        };
        /**
         * RunAnswer
         * @description A whole run, for `stream: false`; with `stream` the same as events: those of a chat, and `step` after each call
         *     of a model.
         */
        RunAnswer: {
            /** Agent Id */
            agent_id: string;
            /** Error */
            error: {
                [key: string]: unknown;
            } | null;
            /** Message */
            message: string;
            /** Run Id */
            run_id: string;
            /**
             * Status
             * @enum {string}
             */
            status: "done" | "stopped" | "limited" | "failed";
            /** Steps */
            steps: components["schemas"]["TracedStep"][];
            /** Tool Calls */
            tool_calls: {
                [key: string]: unknown;
            }[];
            /** Usage */
            usage: {
                [key: string]: unknown;
            } | null;
            /**
             * Version
             * @description Null for the draft.
             */
            version: number | null;
        };
        /**
         * Said
         * @description One message. Those of a `system` or `developer` are added to what the shop tells its agent: they can shape the
         *     words, and never which tools there are or what the caller may do.
         */
        Said: {
            /** Content */
            content?: string | components["schemas"]["TextPart"][] | null;
            /** Name */
            name?: string | null;
            /** Refusal */
            refusal?: string | null;
            /**
             * Role
             * @enum {string}
             */
            role: "system" | "developer" | "user" | "assistant";
        };
        /**
         * ServiceStatus
         * @example {
         *       "cache": {
         *         "bytes": 250000,
         *         "hits": 900,
         *         "misses": 100
         *       },
         *       "can_do_without": {
         *         "valkey": "ok"
         *       },
         *       "env": "development",
         *       "events": [
         *         {
         *           "behind": 0,
         *           "consumer": "user_service",
         *           "source": "user_service",
         *           "stuck": false
         *         }
         *       ],
         *       "memory_bytes": 92000000,
         *       "needs": {
         *         "database": "ok"
         *       },
         *       "pid": 4711,
         *       "ready": true,
         *       "requests": {
         *         "count": 5400,
         *         "error_rate": 0,
         *         "errors": 0,
         *         "p50_ms": 1.2,
         *         "p95_ms": 8.7,
         *         "p99_ms": 22,
         *         "per_second": 18,
         *         "refused": 12
         *       },
         *       "routes": [
         *         {
         *           "count": 5400,
         *           "error_rate": 0,
         *           "errors": 0,
         *           "method": "GET",
         *           "p50_ms": 1.2,
         *           "p95_ms": 8.7,
         *           "p99_ms": 22,
         *           "per_second": 18,
         *           "refused": 12,
         *           "route": "/api/v1/orders"
         *         }
         *       ],
         *       "service": "order_service",
         *       "started_at": "2026-01-05T09:30:00Z",
         *       "uptime_seconds": 3600,
         *       "version": "1.0.0",
         *       "window_seconds": 300
         *     }
         */
        ServiceStatus: {
            cache: components["schemas"]["CacheFigures"] | null;
            /** Can Do Without */
            can_do_without: {
                [key: string]: string;
            };
            /** Env */
            env: string;
            /** Events */
            events: components["schemas"]["EventsLag"][];
            /**
             * Memory Bytes
             * @description Resident memory of this process.
             */
            memory_bytes: number | null;
            /** Needs */
            needs: {
                [key: string]: string;
            };
            /**
             * Pid
             * @description The process that answered; with several workers each counts its own requests.
             */
            pid: number;
            /** Ready */
            ready: boolean;
            requests: components["schemas"]["RequestFigures"];
            /**
             * Routes
             * @description The busiest first (by time spent), 50 at most.
             */
            routes: components["schemas"]["RouteFigures"][];
            /** Service */
            service: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Uptime Seconds */
            uptime_seconds: number;
            /** Version */
            version: string;
            /** Window Seconds */
            window_seconds: number;
        };
        /**
         * ShopLimits
         * @description What a turn may use up at most, as the shop is set up; `cost` 0 is no limit.
         */
        ShopLimits: {
            /** Cost */
            cost: number;
            /** Seconds */
            seconds: number;
            /** Steps */
            steps: number;
            /** Tokens */
            tokens: number;
            /** Tool Calls */
            tool_calls: number;
        };
        /** ShownAttribute */
        ShownAttribute: {
            /** Name */
            name: string;
            /** Value */
            value: string;
        };
        /** ShownCartLine */
        ShownCartLine: {
            /** Availability */
            availability?: ("in_stock" | "few_left" | "out_of_stock") | null;
            /** Image */
            image?: string | null;
            /** Line Id */
            line_id: string;
            /** Product Id */
            product_id: string;
            /** Quantity */
            quantity: number;
            /** Title */
            title: string;
            total: components["schemas"]["ShownMoney"];
            unit_price: components["schemas"]["ShownMoney"];
            /** Variant Id */
            variant_id: string;
            /** Variant Title */
            variant_title?: string | null;
        };
        /**
         * ShownConfirmation
         * @description A proposal and what became of it; `card` is the order that came of it. Only a pending one can be decided.
         */
        ShownConfirmation: {
            /** Card */
            card: (components["schemas"]["ProductsCard"] | components["schemas"]["ProductCard"] | components["schemas"]["ComparisonCard"] | components["schemas"]["CartCard"] | components["schemas"]["OrderCard"] | components["schemas"]["OrdersCard"]) | null;
            /** Confirmation Id */
            confirmation_id: string;
            /** Decided At */
            decided_at: string | null;
            /** Details */
            details: components["schemas"]["PurchaseProposal"] | components["schemas"]["CancellationProposal"] | components["schemas"]["AddressProposal"] | components["schemas"]["PaymentProposal"] | components["schemas"]["SwapProposal"] | components["schemas"]["ReturnProposal"];
            error: components["schemas"]["DecisionError"] | null;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Status
             * @enum {string}
             */
            status: "pending" | "awaiting_staff" | "executing" | "confirmed" | "rejected" | "failed" | "expired";
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Tool */
            tool: string;
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
        /**
         * ShownMoney
         * @description Minor units with their currency, and as a person reads it.
         */
        ShownMoney: {
            /** Amount */
            amount: number;
            /** Currency */
            currency: string;
            /** Text */
            text: string;
        };
        /**
         * ShownOrder
         * @description An order; what is below its lines only where one order was asked for.
         */
        ShownOrder: {
            /** Actions */
            actions?: string[] | null;
            /** Address */
            address?: {
                [key: string]: unknown;
            } | null;
            /** Cancel Reason */
            cancel_reason?: string | null;
            /** Checkout State */
            checkout_state?: string | null;
            /** Fulfilments */
            fulfilments?: {
                [key: string]: unknown;
            }[] | null;
            /** Lines */
            lines: components["schemas"]["ShownOrderLine"][];
            /** Number */
            number: string | null;
            /** Order Id */
            order_id: string;
            /** Payment Status */
            payment_status: string;
            /** Placed At */
            placed_at?: string | null;
            /** Return Until */
            return_until?: string | null;
            /** Status */
            status: string;
            total: components["schemas"]["ShownMoney"];
        };
        /** ShownOrderLine */
        ShownOrderLine: {
            /** Image */
            image?: string | null;
            /** Line Id */
            line_id?: string | null;
            /** Product Id */
            product_id: string;
            /** Quantity */
            quantity: number;
            /** Title */
            title: string;
            total: components["schemas"]["ShownMoney"];
            /** Variant Id */
            variant_id: string;
            /** Variant Title */
            variant_title?: string | null;
        };
        /**
         * ShownProduct
         * @description A product on a card; `variant_id` is the cheapest variant, and `max_price` is there when they differ in price.
         */
        ShownProduct: {
            /**
             * Availability
             * @enum {string}
             */
            availability: "in_stock" | "few_left" | "out_of_stock";
            /** Category */
            category?: string | null;
            /** Image */
            image?: string | null;
            max_price?: components["schemas"]["ShownMoney"] | null;
            price: components["schemas"]["ShownMoney"];
            /** Product Id */
            product_id: string;
            rating?: components["schemas"]["ShownRating"] | null;
            /**
             * Reason
             * @description Why it is suggested, in the reader's language.
             */
            reason?: string | null;
            /** Title */
            title: string;
            /** Url */
            url?: string | null;
            /** Variant Id */
            variant_id: string | null;
            /**
             * Variants Count
             * @default 1
             */
            variants_count?: number;
            /** Vendor */
            vendor?: string | null;
        };
        /** ShownRating */
        ShownRating: {
            /** Average */
            average: number;
            /** Count */
            count: number;
        };
        /** ShownShipping */
        ShownShipping: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            price: components["schemas"]["ShownMoney"];
        };
        /**
         * ShownSwap
         * @description Pieces that become another variant; `price` is one's new price.
         */
        ShownSwap: {
            /** From Variant */
            from_variant: string;
            /** Image */
            image?: string | null;
            price: components["schemas"]["ShownMoney"];
            /** Quantity */
            quantity: number;
            /** Title */
            title: string;
            /** To Variant */
            to_variant: string;
            /** To Variant Id */
            to_variant_id: string;
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
        /**
         * ShownTotals
         * @description `total` = subtotal − discount + shipping, and tax on top of it unless `tax_included`.
         */
        ShownTotals: {
            discount: components["schemas"]["ShownMoney"];
            shipping: components["schemas"]["ShownMoney"];
            subtotal: components["schemas"]["ShownMoney"];
            tax: components["schemas"]["ShownMoney"];
            /**
             * Tax Included
             * @default true
             */
            tax_included?: boolean;
            total: components["schemas"]["ShownMoney"];
        };
        /**
         * ShownTurn
         * @description Everything that was shown of a turn, as its events said it. `question` is what the shopper wrote; a turn that
         *     speaks about a decision has none. A running one has no events yet: follow it with Last-Event-ID 0.
         */
        ShownTurn: {
            /** Agent Id */
            agent_id: string;
            /** Citations */
            citations: components["schemas"]["Citation"][];
            /** Confirmations */
            confirmations: components["schemas"]["ShownConfirmation"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            error: components["schemas"]["TurnError"] | null;
            /** Finished At */
            finished_at: string | null;
            /** Last Event Id */
            last_event_id: string;
            /** Message */
            message: string;
            /** Message Id */
            message_id: string;
            /** Number */
            number: number;
            /** Question */
            question: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "running" | "done" | "stopped" | "limited" | "failed";
            /** Suggestions */
            suggestions: string[];
            /** Tool Calls */
            tool_calls: components["schemas"]["AnsweredCall"][];
            /** Turn Id */
            turn_id: string;
            usage: components["schemas"]["TurnUsage"] | null;
        };
        /** ShownVariant */
        ShownVariant: {
            /**
             * Availability
             * @enum {string}
             */
            availability: "in_stock" | "few_left" | "out_of_stock";
            /** Image */
            image?: string | null;
            /**
             * Options
             * @default {}
             */
            options?: {
                [key: string]: string;
            };
            price: components["schemas"]["ShownMoney"];
            /** Title */
            title: string;
            /** Variant Id */
            variant_id: string;
        };
        /**
         * StaffAgent
         * @description `version` is the published one, 0 as delivered, null for none. `revision` counts changes: name it when you
         *     change something. `draft_differs` from what is published.
         */
        StaffAgent: {
            /** Archived */
            archived: boolean;
            /**
             * Audience
             * @enum {string}
             */
            audience: "shoppers" | "staff";
            /** Default */
            default: boolean;
            /**
             * Delivered
             * @description Comes with the shop.
             */
            delivered: boolean;
            /** Description */
            description: string;
            /** Draft Differs */
            draft_differs: boolean;
            /** Id */
            id: string;
            /** Latest */
            latest: number;
            /** Name */
            name: string;
            /** Revision */
            revision: number;
            /** Tools */
            tools: components["schemas"]["AgentTool"][];
            /**
             * Updated At
             * @description Null for one as delivered that nobody has touched.
             */
            updated_at: string | null;
            /** Version */
            version: number | null;
        };
        /**
         * Standing
         * @description What this shop adds to the wire: where to decide about what was proposed.
         */
        Standing: {
            /** Confirmations */
            confirmations: components["schemas"]["ProposedEffect"][];
            /** Conversation Id */
            conversation_id: string;
        };
        /** StoppedTurn */
        StoppedTurn: {
            /** Conversation Id */
            conversation_id: string;
            /** Turn Id */
            turn_id: string;
        };
        /** StreamOptions */
        StreamOptions: {
            /**
             * Include Obfuscation
             * @default false
             */
            include_obfuscation?: boolean;
            /**
             * Include Usage
             * @default false
             */
            include_usage?: boolean;
        };
        /**
         * SwapProposal
         * @description What confirming changes, or asks to exchange, and the difference: paid by, or going to, one method.
         */
        SwapProposal: {
            /** Actions */
            actions?: string[] | null;
            /** Address */
            address?: {
                [key: string]: unknown;
            } | null;
            /** Cancel Reason */
            cancel_reason?: string | null;
            /** Changes */
            changes: components["schemas"]["ShownSwap"][];
            /** Checkout State */
            checkout_state?: string | null;
            /** Fulfilments */
            fulfilments?: {
                [key: string]: unknown;
            }[] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "exchange" | "item_change";
            /** Lines */
            lines: components["schemas"]["ShownOrderLine"][];
            /** Number */
            number: string | null;
            /** Order Id */
            order_id: string;
            /** Payment Label */
            payment_label: string;
            /** Payment Status */
            payment_status: string;
            /** Placed At */
            placed_at?: string | null;
            /** Return Until */
            return_until?: string | null;
            /** Status */
            status: string;
            to_get: components["schemas"]["ShownMoney"];
            to_pay: components["schemas"]["ShownMoney"];
            total: components["schemas"]["ShownMoney"];
        };
        /**
         * SwitchTurn
         * @description `name` is an agent's or a tool's id; the whole shop's is "all".
         * @example {
         *       "kind": "shop",
         *       "name": "all",
         *       "on": true,
         *       "reason": "Refunds look wrong"
         *     }
         */
        SwitchTurn: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "shop" | "agent" | "tool";
            /**
             * Name
             * @default all
             */
            name?: string;
            /** On */
            on: boolean;
            /**
             * Reason
             * @description Why.
             * @default
             */
            reason?: string;
        };
        /** TestError */
        TestError: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
        };
        /**
         * TestRequest
         * @example {
         *       "model": "deepseek-chat"
         *     }
         */
        TestRequest: {
            /**
             * Model
             * @description Its name on the wire; without it, the provider's first model.
             */
            model?: string | null;
        };
        /**
         * TestResult
         * @description A real, short call. `text` is the beginning of what was answered.
         * @example {
         *       "first_token_ms": 320,
         *       "latency_ms": 410,
         *       "model": "deepseek-chat",
         *       "ok": true,
         *       "text": "Ready"
         *     }
         */
        TestResult: {
            error: components["schemas"]["TestError"] | null;
            /** First Token Ms */
            first_token_ms: number | null;
            /** Latency Ms */
            latency_ms: number;
            /** Model */
            model: string;
            /** Ok */
            ok: boolean;
            /** Text */
            text: string;
        };
        /** TextPart */
        TextPart: {
            /** Text */
            text: string;
            /**
             * Type
             * @constant
             */
            type: "text";
        };
        /**
         * Timeouts
         * @description Seconds: until connected, until the first token, between two, and for the whole answer.
         */
        Timeouts: {
            /**
             * Between Tokens
             * @default 15
             */
            between_tokens?: number;
            /**
             * Connect
             * @default 5
             */
            connect?: number;
            /**
             * First Token
             * @default 20
             */
            first_token?: number;
            /**
             * Total
             * @default 60
             */
            total?: number;
        };
        /** TokenUsage */
        TokenUsage: {
            /** Completion Tokens */
            completion_tokens: number;
            /** Prompt Tokens */
            prompt_tokens: number;
            /** Total Tokens */
            total_tokens: number;
        };
        /** ToldCall */
        ToldCall: {
            /** Arguments */
            arguments: {
                [key: string]: unknown;
            };
            /** Call Id */
            call_id: string;
            /** Card */
            card?: (components["schemas"]["ProductsCard"] | components["schemas"]["ProductCard"] | components["schemas"]["ComparisonCard"] | components["schemas"]["CartCard"] | components["schemas"]["OrderCard"] | components["schemas"]["OrdersCard"]) | null;
            /**
             * Data
             * @description What the model was told.
             */
            data?: {
                [key: string]: unknown;
            } | null;
            /** Description */
            description: string;
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Ok */
            ok?: boolean | null;
            /** Summary */
            summary?: string | null;
        };
        /**
         * Tool
         * @description `id` is its name. `rule` is what counts, `built_in` what the tool declares; `changed`: the shop has a rule of its
         *     own. `stopped`: its kill switch, or that of the whole shop, is on.
         */
        Tool: {
            built_in: components["schemas"]["ToolRule"];
            /** Changed */
            changed: boolean;
            /** Changes */
            changes: boolean;
            /**
             * Description
             * @description What models are told.
             */
            description: string;
            figures: components["schemas"]["ToolFigures"];
            /** Id */
            id: string;
            /** Label */
            label: string;
            /**
             * Money
             * @description Which way what it proposes moves money.
             */
            money: ("back" | "paid") | null;
            /** Parameters */
            parameters: {
                [key: string]: unknown;
            };
            rule: components["schemas"]["ToolRule"];
            /** Stopped */
            stopped: boolean;
            /** Untrusted */
            untrusted: boolean;
        };
        /**
         * ToolCallEnded
         * @description `data` is what the model was told; `card` is what to draw, null where there is nothing (errors, proposals).
         */
        ToolCallEnded: {
            /** Call Id */
            call_id: string;
            /** Card */
            card?: (components["schemas"]["ProductsCard"] | components["schemas"]["ProductCard"] | components["schemas"]["ComparisonCard"] | components["schemas"]["CartCard"] | components["schemas"]["OrderCard"] | components["schemas"]["OrdersCard"]) | null;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
            /** Ok */
            ok: boolean;
            /** Summary */
            summary: string;
        };
        /** ToolCallEvent */
        ToolCallEvent: {
            data: components["schemas"]["ToolCallStarted"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "tool.call";
            /**
             * Id
             * @description `<turn>-<position>`; send the last one as Last-Event-ID to go on after it.
             */
            id: string;
        };
        /**
         * ToolCallStarted
         * @description `label` names the kind of work; `description` says what is being done, e.g. Looking for “monitor” …
         */
        ToolCallStarted: {
            /** Arguments */
            arguments: {
                [key: string]: unknown;
            };
            /** Call Id */
            call_id: string;
            /** Description */
            description: string;
            /** Label */
            label: string;
            /** Name */
            name: string;
        };
        /**
         * ToolChange
         * @description What is left out stays; null is what the tool declares itself. Rules are only ever made stricter.
         * @example {
         *       "approval": "staff",
         *       "currency": "EUR",
         *       "staff_above": 10000
         *     }
         */
        ToolChange: {
            /** Approval */
            approval?: ("none" | "shopper" | "staff") | null;
            /** Calls Per Minute */
            calls_per_minute?: number | null;
            /** Currency */
            currency?: string | null;
            /** Enabled */
            enabled?: boolean | null;
            /** Largest Result */
            largest_result?: number | null;
            /** Seconds */
            seconds?: number | null;
            /** Staff Above */
            staff_above?: number | null;
        };
        /**
         * ToolChoice
         * @description A tool that an agent may be given. It acts with the rights of whoever the agent speaks with; `permission`: who
         *     has not got it is not offered the tool.
         */
        ToolChoice: {
            /** Changes */
            changes: boolean;
            /** Description */
            description: string;
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Needs Confirmation */
            needs_confirmation: boolean;
            /** Permission */
            permission: string | null;
        };
        /**
         * ToolFigures
         * @description Calls since then. `errors` failed or ended unknown, `refused` were turned down; percentiles are milliseconds of
         *     finished calls.
         */
        ToolFigures: {
            /**
             * Calls
             * @default 0
             */
            calls?: number;
            /**
             * Errors
             * @default 0
             */
            errors?: number;
            /** P50 Ms */
            p50_ms?: number | null;
            /** P95 Ms */
            p95_ms?: number | null;
            /**
             * Refused
             * @default 0
             */
            refused?: number;
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /** ToolResultEvent */
        ToolResultEvent: {
            data: components["schemas"]["ToolCallEnded"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "tool.result";
            /**
             * Id
             * @description `<turn>-<position>`; send the last one as Last-Event-ID to go on after it.
             */
            id: string;
        };
        /**
         * ToolRule
         * @description `approval`: none; the shopper confirms; or staff have to approve as well what the shopper has confirmed, when it
         *     is worth more than `staff_above` (minor units of `currency`; null is always) by itself or together with what the
         *     same order, or the same customer within 24 hours, had before.
         */
        ToolRule: {
            /**
             * Approval
             * @enum {string}
             */
            approval: "none" | "shopper" | "staff";
            /**
             * Calls Per Minute
             * @description Of one shopper; null counts none.
             */
            calls_per_minute: number | null;
            /** Currency */
            currency: string | null;
            /** Enabled */
            enabled: boolean;
            /**
             * Largest Result
             * @description Bytes of JSON that a model is given.
             */
            largest_result: number;
            /**
             * Seconds
             * @description How long a call may take.
             */
            seconds: number;
            /** Staff Above */
            staff_above: number | null;
        };
        /**
         * ToolTrial
         * @example {
         *       "arguments": {
         *         "query": "monitor"
         *       }
         *     }
         */
        ToolTrial: {
            /**
             * Arguments
             * @description As a model would give them.
             * @default {}
             */
            arguments?: {
                [key: string]: unknown;
            };
        };
        /**
         * ToolTrialResult
         * @description What a model would have been told. What a tool proposed is shown and kept nowhere: nobody can confirm it.
         */
        ToolTrialResult: {
            /** Duration Ms */
            duration_ms: number;
            /** Ok */
            ok: boolean;
            /** Result */
            result: {
                [key: string]: unknown;
            };
        };
        /** TracedMessage */
        TracedMessage: {
            /** Content */
            content: string;
            /** Role */
            role: string;
            /** Tool Call Id */
            tool_call_id?: string | null;
            /**
             * Tool Calls
             * @default []
             */
            tool_calls?: {
                [key: string]: string;
            }[];
        };
        /**
         * TracedStep
         * @description One call of a model. `messages` are those that were new in this step; `cost` is in millionths of `currency`.
         */
        TracedStep: {
            /** Cached Tokens */
            cached_tokens: number;
            /** Cost */
            cost: number;
            /** Currency */
            currency: string;
            /** Duration Ms */
            duration_ms: number;
            /** Finished */
            finished: boolean;
            /** First Token Ms */
            first_token_ms: number | null;
            /** Input Tokens */
            input_tokens: number;
            /** Max Tokens */
            max_tokens: number | null;
            /** Messages */
            messages: components["schemas"]["TracedMessage"][];
            /** Model */
            model: string;
            /** Output Tokens */
            output_tokens: number;
            /** Step */
            step: number;
            /** Temperature */
            temperature: number | null;
            /** Tools */
            tools: string[];
        };
        /**
         * TurnDone
         * @description The last event. `suggestions` are short messages that the shopper may want to send next. `finish_reason` is
         *     "length" where the answer was cut because it was as long as the shop lets answers be.
         */
        TurnDone: {
            /** Conversation Id */
            conversation_id: string;
            /**
             * Finish Reason
             * @default stop
             * @enum {string}
             */
            finish_reason?: "stop" | "tool_calls" | "length" | "content_filter";
            /** Message Id */
            message_id: string;
            /**
             * Status
             * @enum {string}
             */
            status: "done" | "stopped" | "limited" | "failed";
            /**
             * Suggestions
             * @default []
             */
            suggestions?: string[];
            /** Turn Id */
            turn_id: string;
        };
        /**
         * TurnError
         * @description Why the turn broke off; `limit` names the limit of a `turn_limit`, `budget` tells staff which one is used up.
         */
        TurnError: {
            budget?: components["schemas"]["ExhaustedBudget"] | null;
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Limit */
            limit?: string | null;
            /** Retryable */
            retryable: boolean;
        };
        /**
         * TurnUsage
         * @description What the turn's model calls used, together.
         */
        TurnUsage: {
            cost: components["schemas"]["ModelCost"];
            /** Input Tokens */
            input_tokens: number;
            /** Model */
            model: string | null;
            /** Output Tokens */
            output_tokens: number;
        };
        /**
         * Usage
         * @description `calls` are answers of models; `errors` those that broke off. Where another model took over, the answer counts
         *     as that model's. `costs` has an entry for each currency in which prices were set. Durations are of whole answers.
         */
        Usage: {
            /** Average Ms */
            average_ms?: number | null;
            /**
             * Cached Tokens
             * @default 0
             */
            cached_tokens?: number;
            /**
             * Calls
             * @default 0
             */
            calls?: number;
            /**
             * Conversations
             * @default 0
             */
            conversations?: number;
            /**
             * Costs
             * @default []
             */
            costs?: components["schemas"]["Cost"][];
            /**
             * Errors
             * @default 0
             */
            errors?: number;
            /**
             * First Token Ms
             * @description How long until the first token, on average.
             */
            first_token_ms?: number | null;
            /**
             * Input Tokens
             * @default 0
             */
            input_tokens?: number;
            /**
             * Output Tokens
             * @default 0
             */
            output_tokens?: number;
            /**
             * Reasoning Tokens
             * @default 0
             */
            reasoning_tokens?: number;
            /** Slowest Ms */
            slowest_ms?: number | null;
            /**
             * Turns
             * @default 0
             */
            turns?: number;
        };
        /** UsageEvent */
        UsageEvent: {
            data: components["schemas"]["TurnUsage"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "usage";
            /**
             * Id
             * @description `<turn>-<position>`; send the last one as Last-Event-ID to go on after it.
             */
            id: string;
        };
        /**
         * UsageHistory
         * @description By day, every day of the range is there; by what else, those that were used. Conversations come in pages.
         */
        UsageHistory: {
            /**
             * Group By
             * @enum {string}
             */
            group_by: "day" | "agent" | "model" | "provider" | "tool" | "conversation";
            /** Items */
            items: components["schemas"]["UsageOf"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * UsageOf
         * @description Of a tool, `calls`, `errors`, `refused` and durations are its own; tokens and costs are the models'.
         */
        UsageOf: {
            /** Average Ms */
            average_ms?: number | null;
            /**
             * Cached Tokens
             * @default 0
             */
            cached_tokens?: number;
            /**
             * Calls
             * @default 0
             */
            calls?: number;
            /**
             * Conversations
             * @default 0
             */
            conversations?: number;
            /**
             * Costs
             * @default []
             */
            costs?: components["schemas"]["Cost"][];
            /**
             * Errors
             * @default 0
             */
            errors?: number;
            /**
             * First Token Ms
             * @description How long until the first token, on average.
             */
            first_token_ms?: number | null;
            /**
             * Input Tokens
             * @default 0
             */
            input_tokens?: number;
            /**
             * Key
             * @description A day (2026-01-31), an id of an agent or a conversation, or a name.
             */
            key: string;
            /**
             * Output Tokens
             * @default 0
             */
            output_tokens?: number;
            /** P50 Ms */
            p50_ms?: number | null;
            /** P95 Ms */
            p95_ms?: number | null;
            /**
             * Reasoning Tokens
             * @default 0
             */
            reasoning_tokens?: number;
            /**
             * Refused
             * @default 0
             */
            refused?: number;
            /** Slowest Ms */
            slowest_ms?: number | null;
            /**
             * Turns
             * @default 0
             */
            turns?: number;
        };
        /**
         * UsageReport
         * @example {
         *       "average_ms": 640,
         *       "cached_tokens": 0,
         *       "calls": 420,
         *       "conversations": 96,
         *       "costs": [
         *         {
         *           "currency": "USD",
         *           "micros": 310000
         *         }
         *       ],
         *       "errors": 2,
         *       "first_token_ms": 210,
         *       "from": "2026-01-01",
         *       "input_tokens": 410000,
         *       "output_tokens": 26000,
         *       "p50_ms": 580,
         *       "p95_ms": 1900,
         *       "reasoning_tokens": 0,
         *       "slowest_ms": 4100,
         *       "to": "2026-01-31",
         *       "tool_calls": 380,
         *       "tool_errors": 1,
         *       "tool_refused": 4,
         *       "turns": 210
         *     }
         */
        UsageReport: {
            /** Average Ms */
            average_ms?: number | null;
            /**
             * Cached Tokens
             * @default 0
             */
            cached_tokens?: number;
            /**
             * Calls
             * @default 0
             */
            calls?: number;
            /**
             * Conversations
             * @default 0
             */
            conversations?: number;
            /**
             * Costs
             * @default []
             */
            costs?: components["schemas"]["Cost"][];
            /**
             * Errors
             * @default 0
             */
            errors?: number;
            /**
             * First Token Ms
             * @description How long until the first token, on average.
             */
            first_token_ms?: number | null;
            /**
             * From
             * Format: date
             * @description The first day, in UTC.
             */
            from: string;
            /**
             * Input Tokens
             * @default 0
             */
            input_tokens?: number;
            /**
             * Output Tokens
             * @default 0
             */
            output_tokens?: number;
            /** P50 Ms */
            p50_ms?: number | null;
            /** P95 Ms */
            p95_ms?: number | null;
            /**
             * Reasoning Tokens
             * @default 0
             */
            reasoning_tokens?: number;
            /** Slowest Ms */
            slowest_ms?: number | null;
            /**
             * To
             * Format: date
             * @description The last day, which counts too.
             */
            to: string;
            /**
             * Tool Calls
             * @default 0
             */
            tool_calls?: number;
            /**
             * Tool Errors
             * @description Tool calls of which the shop did not say what became of them.
             * @default 0
             */
            tool_errors?: number;
            /**
             * Tool Refused
             * @description Those that the shop refused, as it refuses people.
             * @default 0
             */
            tool_refused?: number;
            /**
             * Turns
             * @default 0
             */
            turns?: number;
        };
        /**
         * Variable
         * @description A name that instructions may use as `{{name}}`, and the text that stands there, per language.
         */
        Variable: {
            /**
             * Default
             * @default {}
             */
            default?: {
                [key: string]: string;
            };
            /** Name */
            name: string;
        };
        /**
         * Version
         * @description `author_id` is null for the one as delivered.
         */
        Version: {
            /** Author Id */
            author_id: string | null;
            /** Created At */
            created_at: string | null;
            /** Note */
            note: string;
            /** Number */
            number: number;
            /** Published */
            published: boolean;
        };
        /** VersionDetail */
        VersionDetail: {
            /** Author Id */
            author_id: string | null;
            content: components["schemas"]["AgentContent"];
            /** Created At */
            created_at: string | null;
            /** Note */
            note: string;
            /** Number */
            number: number;
            /** Published */
            published: boolean;
        };
        /**
         * WireError
         * @description How errors are answered under /v1; the codes are those of problem documents elsewhere.
         */
        WireError: {
            error: components["schemas"]["ErrorMembers"];
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
    protected_resource__well_known_oauth_protected_resource_get: {
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
                    "application/json": components["schemas"]["ProtectedResource"];
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
    list_agents_api_v1_agents_get: {
        parameters: {
            query?: {
                scope?: "offered" | "all";
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
                    "application/json": components["schemas"]["Page_Union_StaffAgent__Agent__"];
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
    create_agent_api_v1_agents_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentDetail"];
                };
            };
            /** @description agent_changed, agent_exists, agent_archived, agent_needed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid_input, unknown_tool, agent_file_invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["AgentDetail"] | components["schemas"]["Agent"];
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
    change_agent_api_v1_agents__agent_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentDetail"];
                };
            };
            /** @description agent_changed, agent_exists, agent_archived, agent_needed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid_input, unknown_tool, agent_file_invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    archive_agent_api_v1_agents__agent_id__archive_post: {
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
                    "application/json": components["schemas"]["AgentDetail"];
                };
            };
            /** @description agent_changed, agent_exists, agent_archived, agent_needed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid_input, unknown_tool, agent_file_invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    compare_agent_versions_api_v1_agents__agent_id__comparison_get: {
        parameters: {
            query: {
                /** @description The number of a version, or `draft`. */
                after?: string;
                /** @description The number of a version, or `draft`. */
                before: string;
            };
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
                    "application/json": components["schemas"]["Comparison"];
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
    duplicate_agent_api_v1_agents__agent_id__duplicate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Duplication"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentDetail"];
                };
            };
            /** @description agent_changed, agent_exists, agent_archived, agent_needed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid_input, unknown_tool, agent_file_invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    export_agent_api_v1_agents__agent_id__export_get: {
        parameters: {
            query?: {
                /** @description The number of a version, or `draft`. */
                version?: string;
            };
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
                    "application/yaml": string;
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
    publish_agent_api_v1_agents__agent_id__publish_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Publication"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentDetail"];
                };
            };
            /** @description agent_changed, agent_exists, agent_archived, agent_needed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid_input, unknown_tool, agent_file_invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    restore_agent_api_v1_agents__agent_id__restore_post: {
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
                    "application/json": components["schemas"]["AgentDetail"];
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
    run_agent_api_v1_agents__agent_id__run_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentRun"];
            };
        };
        responses: {
            /** @description With `stream: false` one answer; else the events of a chat, and `step` after each model call. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunAnswer"];
                    /**
                     * @example id: 1-1
                     *     event: step
                     *     data: {"step":1,"model":"house","input_tokens":412,"output_tokens":31}
                     */
                    "text/event-stream": Record<string, never>;
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
    list_agent_versions_api_v1_agents__agent_id__versions_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
            };
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
                    "application/json": components["schemas"]["Page_Version_"];
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
    get_agent_version_api_v1_agents__agent_id__versions__number__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
                number: number;
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
                    "application/json": components["schemas"]["VersionDetail"];
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
    agent_choices_api_v1_agents_choices_get: {
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
                    "application/json": components["schemas"]["EditorChoices"];
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
    import_agent_api_v1_agents_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/yaml": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported"];
                };
            };
            /** @description agent_changed, agent_exists, agent_archived, agent_needed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid_input, unknown_tool, agent_file_invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    list_approvals_api_v1_approvals_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
                status?: "pending" | "approved" | "rejected" | "expired";
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
                    "application/json": components["schemas"]["Page_Approval_"];
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
    get_approval_api_v1_approvals__approval_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                approval_id: string;
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
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description approval_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    approve_api_v1_approvals__approval_id__approve_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                approval_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalGiven"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description own_approval, missing_permission */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description approval_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description approval_decided, approval_expired, approval_altered, writes_stopped */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    reject_api_v1_approvals__approval_id__reject_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                approval_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalRefused"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description own_approval, missing_permission */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description approval_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description approval_decided, approval_expired, approval_altered, writes_stopped */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    count_approvals_api_v1_approvals_count_get: {
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
                    "application/json": components["schemas"]["ApprovalCount"];
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
    agent_breakdown_api_v1_billing_agent_breakdown_get: {
        parameters: {
            query?: {
                agent_id?: string | null;
                conversation_id?: string | null;
                customer_id?: string | null;
                /** @description First day, UTC; without it, 30 days up to `to`. */
                from?: string | null;
                model?: string | null;
                provider?: string | null;
                /** @description Last day, UTC, inclusive; without it, today. */
                to?: string | null;
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
                    "application/json": components["schemas"]["AgentBreakdown"];
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
    list_budgets_api_v1_billing_budgets_get: {
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
                    "application/json": components["schemas"]["Page_Budget_"];
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
    create_budget_api_v1_billing_budgets_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BudgetCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"];
                };
            };
            /** @description invalid_budget, or malformed input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    read_budget_api_v1_billing_budgets__budget_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                budget_id: string;
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
                    "application/json": components["schemas"]["Budget"];
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
    remove_budget_api_v1_billing_budgets__budget_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                budget_id: string;
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
    change_budget_api_v1_billing_budgets__budget_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                budget_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BudgetUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"];
                };
            };
            /** @description invalid_budget, or malformed input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    list_calls_api_v1_billing_calls_get: {
        parameters: {
            query?: {
                agent_id?: string | null;
                conversation_id?: string | null;
                cursor?: string | null;
                customer_id?: string | null;
                /** @description First day, UTC; without it, 30 days up to `to`. */
                from?: string | null;
                kind?: ("model" | "tool") | null;
                /** @description How many items a page holds. */
                limit?: number;
                model?: string | null;
                provider?: string | null;
                /** @description Last day, UTC, inclusive; without it, today. */
                to?: string | null;
                tool?: string | null;
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
                    "application/json": components["schemas"]["Page_LedgerEntry_"];
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
    export_calls_api_v1_billing_calls_export__form__get: {
        parameters: {
            query?: {
                agent_id?: string | null;
                conversation_id?: string | null;
                customer_id?: string | null;
                /** @description First day, UTC; without it, 30 days up to `to`. */
                from?: string | null;
                kind?: ("model" | "tool") | null;
                model?: string | null;
                provider?: string | null;
                /** @description Last day, UTC, inclusive; without it, today. */
                to?: string | null;
                tool?: string | null;
            };
            header?: never;
            path: {
                form: "csv" | "ndjson";
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
    list_prices_api_v1_billing_prices_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
                model?: string | null;
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
                    "application/json": components["schemas"]["Page_Price_"];
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
    add_price_api_v1_billing_prices_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Price"];
                };
            };
            /** @description price_in_past, or malformed input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    usage_api_v1_billing_usage_get: {
        parameters: {
            query?: {
                agent_id?: string | null;
                conversation_id?: string | null;
                customer_id?: string | null;
                /** @description First day, UTC; without it, 30 days up to `to`. */
                from?: string | null;
                model?: string | null;
                provider?: string | null;
                /** @description Last day, UTC, inclusive; without it, today. */
                to?: string | null;
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
                    "application/json": components["schemas"]["UsageReport"];
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
    usage_history_api_v1_billing_usage_history_get: {
        parameters: {
            query?: {
                agent_id?: string | null;
                conversation_id?: string | null;
                cursor?: string | null;
                customer_id?: string | null;
                /** @description First day, UTC; without it, 30 days up to `to`. */
                from?: string | null;
                group_by?: ("day" | "agent" | "model" | "provider" | "conversation") | "tool";
                /** @description Of conversations; of what else, all come at once. */
                limit?: number;
                model?: string | null;
                provider?: string | null;
                /** @description Last day, UTC, inclusive; without it, today. */
                to?: string | null;
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
                    "application/json": components["schemas"]["UsageHistory"];
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
            /** @description With `stream: false` one answer, else events: message.delta, tool.call, tool.result, confirmation.required, citation, usage, error, done */
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
                    "text/event-stream": components["schemas"]["ChatEvent"];
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
                agent?: string | null;
                cursor?: string | null;
                /** @description A customer's or guest's id. */
                customer?: string | null;
                /** @description Active since then. */
                from?: string | null;
                had_error?: boolean | null;
                had_order?: boolean | null;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description Words of the title, which is how it began. */
                q?: string | null;
                scope?: "own" | "all";
                state?: ("running" | "waiting" | "idle") | null;
                /** @description Active before then. */
                to?: string | null;
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
                    "application/json": components["schemas"]["Page_ListedConversation_"];
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
                    "text/event-stream": components["schemas"]["ChatEvent"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "text/event-stream": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_conversation_record_api_v1_conversations__conversation_id__record_get: {
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
                    "application/json": components["schemas"]["ConversationRecord"];
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
    list_kill_switches_api_v1_kill_switches_get: {
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
                    "application/json": components["schemas"]["KillSwitches"];
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
    turn_kill_switch_api_v1_kill_switches_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchTurn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KillSwitches"];
                };
            };
            /** @description switch_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    list_models_api_v1_models_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
                provider_id?: string | null;
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
                    "application/json": components["schemas"]["Page_LanguageModel_"];
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
    create_model_api_v1_models_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LanguageModel"];
                };
            };
            /** @description model_exists, too_many_models, set_by_configuration */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    read_model_api_v1_models__model_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model_id: string;
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
                    "application/json": components["schemas"]["LanguageModel"];
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
    remove_model_api_v1_models__model_id__delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `version` that was read, as `"3"`; 412 when it moved on. */
                "If-Match"?: string | null;
            };
            path: {
                model_id: string;
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
            /** @description model_exists, too_many_models, set_by_configuration */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description changed_meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    change_model_api_v1_models__model_id__patch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `version` that was read, as `"3"`; 412 when it moved on. */
                "If-Match"?: string | null;
            };
            path: {
                model_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LanguageModel"];
                };
            };
            /** @description model_exists, too_many_models, set_by_configuration */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description changed_meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    read_model_health_api_v1_models__model_id__health_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model_id: string;
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
                    "application/json": components["schemas"]["ModelHealth"];
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
    list_logs_api_v1_operations_logs_get: {
        parameters: {
            query?: {
                /** @description The least grave level that is wanted. */
                level?: ("debug" | "info" | "warning" | "error" | "critical") | null;
                limit?: number;
                /** @description A text somewhere in the line, whatever its case. */
                q?: string | null;
                /** @description Of a request or of a trace. */
                request_id?: string | null;
                since?: string | null;
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
                    "application/json": components["schemas"]["LogLines"];
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
    get_status_api_v1_operations_status_get: {
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
                    "application/json": components["schemas"]["ServiceStatus"];
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
    list_policies_api_v1_policies_get: {
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
                    "application/json": components["schemas"]["Page_PolicyName_"];
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
    read_policy_api_v1_policies__name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
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
                    "application/json": components["schemas"]["Policy"];
                };
            };
            /** @description no_such_policy */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    list_providers_api_v1_providers_get: {
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
                    "application/json": components["schemas"]["Page_Provider_"];
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
    create_provider_api_v1_providers_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Provider"];
                };
            };
            /** @description provider_exists, too_many_providers, set_by_configuration */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description address_not_allowed, api_key_needed, invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    read_provider_api_v1_providers__provider_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider_id: string;
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
                    "application/json": components["schemas"]["Provider"];
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
    remove_provider_api_v1_providers__provider_id__delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `version` that was read, as `"3"`; 412 when it moved on. */
                "If-Match"?: string | null;
            };
            path: {
                provider_id: string;
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
            /** @description provider_exists, too_many_providers, set_by_configuration */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description changed_meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    change_provider_api_v1_providers__provider_id__patch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `version` that was read, as `"3"`; 412 when it moved on. */
                "If-Match"?: string | null;
            };
            path: {
                provider_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Provider"];
                };
            };
            /** @description provider_exists, too_many_providers, set_by_configuration */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description changed_meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description address_not_allowed, api_key_needed, invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    list_available_models_api_v1_providers__provider_id__available_models_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider_id: string;
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
                    "application/json": components["schemas"]["AvailableModels"];
                };
            };
            /** @description provider_refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description provider_away */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    read_provider_health_api_v1_providers__provider_id__health_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider_id: string;
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
                    "application/json": components["schemas"]["ProviderHealth"];
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
    test_provider_api_v1_providers__provider_id__test_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestResult"];
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
    list_tools_api_v1_tools_get: {
        parameters: {
            query?: {
                /** @description How far back calls are counted. */
                hours?: number;
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
                    "application/json": components["schemas"]["Page_Tool_"];
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
    get_tool_api_v1_tools__tool_id__get: {
        parameters: {
            query?: {
                /** @description How far back calls are counted. */
                hours?: number;
            };
            header?: never;
            path: {
                tool_id: string;
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
                    "application/json": components["schemas"]["Tool"];
                };
            };
            /** @description tool_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    change_tool_api_v1_tools__tool_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tool_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToolChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tool"];
                };
            };
            /** @description tool_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description rule_weaker, rule_impossible, invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    test_tool_api_v1_tools__tool_id__test_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tool_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToolTrial"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolTrialResult"];
                };
            };
            /** @description tool_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description tool_acts_at_once */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
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
    complete_v1_chat_completions_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletionRequest"];
            };
        };
        responses: {
            /** @description One completion, or with `stream: true` its chunks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatCompletion"];
                    /**
                     * @example data: {"id":"chatcmpl-trn_1","object":"chat.completion.chunk","choices":[…]}
                     *
                     *     data: [DONE]
                     */
                    "text/event-stream": string;
                };
            };
            /** @description An error in OpenAI's shape */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireError"];
                };
            };
        };
    };
    list_models_v1_models_get: {
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
                    "application/json": components["schemas"]["ModelList"];
                };
            };
            /** @description An error in OpenAI's shape */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireError"];
                };
            };
        };
    };
    get_model_v1_models__model__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model: string;
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
                    "application/json": components["schemas"]["Model"];
                };
            };
            /** @description An error in OpenAI's shape */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireError"];
                };
            };
        };
    };
}
