export interface paths {
    "/api/v1/carts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Cart
         * @description The caller's open cart (200), or a new one (201).
         */
        post: operations["open_cart_api_v1_carts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cart_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Cart */
        get: operations["read_cart_api_v1_carts__cart_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cart_id}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Address */
        put: operations["set_address_api_v1_carts__cart_id__address_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cart_id}/coupon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Coupon */
        put: operations["set_coupon_api_v1_carts__cart_id__coupon_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cart_id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Line
         * @description The whole cart comes back; a line with the same variant and note grows.
         */
        post: operations["add_line_api_v1_carts__cart_id__items_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cart_id}/items/{line_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove Line */
        delete: operations["remove_line_api_v1_carts__cart_id__items__line_id__delete"];
        options?: never;
        head?: never;
        /** Change Line */
        patch: operations["change_line_api_v1_carts__cart_id__items__line_id__patch"];
        trace?: never;
    };
    "/api/v1/carts/{cart_id}/shipping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Shipping */
        put: operations["set_shipping_api_v1_carts__cart_id__shipping_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Current Cart */
        get: operations["current_cart_api_v1_carts_current_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checkouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Out
         * @description Make an order of a cart. The same key and body give the same answer, however often they are sent.
         */
        post: operations["check_out_api_v1_checkouts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Orders
         * @description The caller's orders, newest first; with `orders:read` everybody's.
         */
        get: operations["list_orders_api_v1_orders_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Order */
        get: operations["read_order_api_v1_orders__order_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Order
         * @description Cancel a pending order: what was paid goes back the way it came, the goods go back on the shelf.
         */
        post: operations["cancel_order_api_v1_orders__order_id__cancellation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipping-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shippingmethod Read Multi */
        get: operations["shippingmethod_read_multi_api_v1_shipping_methods_get"];
        put?: never;
        /** Shippingmethod Create */
        post: operations["shippingmethod_create_api_v1_shipping_methods_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipping-methods/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shippingmethod Read */
        get: operations["shippingmethod_read_api_v1_shipping_methods__id__get"];
        put?: never;
        post?: never;
        /** Shippingmethod Delete */
        delete: operations["shippingmethod_delete_api_v1_shipping_methods__id__delete"];
        options?: never;
        head?: never;
        /** Shippingmethod Update */
        patch: operations["shippingmethod_update_api_v1_shipping_methods__id__patch"];
        trace?: never;
    };
    "/api/v1/tax-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Taxrate Read Multi */
        get: operations["taxrate_read_multi_api_v1_tax_rates_get"];
        put?: never;
        /** Taxrate Create */
        post: operations["taxrate_create_api_v1_tax_rates_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tax-rates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Taxrate Read */
        get: operations["taxrate_read_api_v1_tax_rates__id__get"];
        put?: never;
        post?: never;
        /** Taxrate Delete */
        delete: operations["taxrate_delete_api_v1_tax_rates__id__delete"];
        options?: never;
        head?: never;
        /** Taxrate Update */
        patch: operations["taxrate_update_api_v1_tax_rates__id__patch"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Address
         * @description Where an order goes.
         * @example {
         *       "address1": "12 St James's Square",
         *       "city": "London",
         *       "country": "GB",
         *       "name": "Ada Lovelace",
         *       "state": "LND",
         *       "zip": "SW1Y 4JH"
         *     }
         */
        Address: {
            /** Address1 */
            address1: string;
            /** Address2 */
            address2?: string | null;
            /** City */
            city: string;
            /** Country */
            country: string;
            /** Name */
            name?: string | null;
            /** State */
            state: string;
            /** Zip */
            zip: string;
        };
        /**
         * CancellationCreate
         * @description Why; there are two reasons.
         * @example {
         *       "reason": "no longer needed"
         *     }
         */
        CancellationCreate: {
            /**
             * Reason
             * @enum {string}
             */
            reason: "no longer needed" | "ordered by mistake";
        };
        /**
         * Cart
         * @description A priced cart. Every change raises `version`; a checkout names the version its shopper saw.
         */
        Cart: {
            address: components["schemas"]["Address"] | null;
            /** Coupon */
            coupon: string | null;
            /** Currency */
            currency: string;
            /** Id */
            id: string;
            /** Items */
            items: components["schemas"]["CartLine"][];
            /** Order Id */
            order_id: string | null;
            /** Shipping Method */
            shipping_method: string | null;
            /** Shipping Options */
            shipping_options: components["schemas"]["ShippingOffer"][];
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "ordering" | "ordered" | "merged";
            totals: components["schemas"]["Totals"];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
        };
        /**
         * CartCreate
         * @description A cart begins empty.
         */
        CartCreate: Record<string, never>;
        /**
         * CartLine
         * @description `enough` is false when the shop has fewer than `quantity`; checkout decides.
         */
        CartLine: {
            /**
             * Availability
             * @enum {string}
             */
            availability: "in_stock" | "few_left" | "out_of_stock";
            /** Enough */
            enough: boolean;
            /** Id */
            id: string;
            /** Image */
            image: string | null;
            /** Note */
            note: string | null;
            /** Options */
            options: unknown;
            /** Product Id */
            product_id: string;
            /** Quantity */
            quantity: number;
            /** Title */
            title: string;
            total: components["schemas"]["Money"];
            unit_price: components["schemas"]["Money"];
            /** Variant Id */
            variant_id: string;
            /** Variant Title */
            variant_title: string;
        };
        /**
         * CartLineCreate
         * @example {
         *       "quantity": 1,
         *       "variant_id": "var_0198"
         *     }
         */
        CartLineCreate: {
            /** Note */
            note?: string | null;
            /**
             * Quantity
             * @default 1
             */
            quantity?: number;
            /** Variant Id */
            variant_id: string;
        };
        /**
         * CartLineUpdate
         * @description A quantity of 0 removes the line.
         * @example {
         *       "quantity": 2
         *     }
         */
        CartLineUpdate: {
            /** Note */
            note?: string | null;
            /** Quantity */
            quantity?: number | null;
        };
        /**
         * CheckoutCreate
         * @description `cart_version` and `expected_total` are what the shopper saw; address and shipping default to the cart's.
         * @example {
         *       "cart_id": "crt_0198",
         *       "cart_version": 4,
         *       "expected_total": {
         *         "amount": 13390,
         *         "currency": "EUR"
         *       },
         *       "payment": {
         *         "provider": "test"
         *       }
         *     }
         */
        CheckoutCreate: {
            address?: components["schemas"]["Address"] | null;
            /** Cart Id */
            cart_id: string;
            /** Cart Version */
            cart_version: number;
            /**
             * Email
             * @description Guests need one; others' default is their account's.
             */
            email?: string | null;
            expected_total: components["schemas"]["Money"];
            /** Note */
            note?: string | null;
            payment?: components["schemas"]["PaymentChoice"] | null;
            /** Payment Method Id */
            payment_method_id?: string | null;
            /** Shipping Method */
            shipping_method?: string | null;
        };
        /**
         * CouponChoice
         * @description null takes the coupon out again.
         * @example {
         *       "code": "SPRING"
         *     }
         */
        CouponChoice: {
            /** Code */
            code: string | null;
        };
        /**
         * LedgerEntry
         * @description Money that moved: `payment` to the shop, `refund` back.
         */
        LedgerEntry: {
            amount: components["schemas"]["Money"];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /** Method */
            method: string;
            /** Payment Method Id */
            payment_method_id: string | null;
            /** Provider */
            provider: string;
            /** Reference */
            reference: string;
            /** Status */
            status: string;
            /**
             * Type
             * @enum {string}
             */
            type: "payment" | "refund";
        };
        /**
         * Money
         * @description An amount in minor units (cents), e.g. 12900 EUR is €129.00.
         * @example {
         *       "amount": 12900,
         *       "currency": "EUR"
         *     }
         */
        Money: {
            /** Amount */
            amount: number;
            /** Currency */
            currency: string;
        };
        /**
         * Order
         * @description A deal, frozen as it was made. `number` is given when it is placed; `pending` means paid, not yet processed.
         */
        Order: {
            /** Address */
            address: {
                [key: string]: unknown;
            };
            /** Cancel Reason */
            cancel_reason: string | null;
            /** Cancelled At */
            cancelled_at: string | null;
            /** Cart Id */
            cart_id: string | null;
            /**
             * Checkout State
             * @enum {string}
             */
            checkout_state: "placing" | "placed" | "refused" | "payment_review";
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Currency */
            currency: string;
            /** Customer Id */
            customer_id: string;
            discount: components["schemas"]["Money"];
            /** Email */
            email: string | null;
            /** Fulfilments */
            fulfilments: {
                [key: string]: unknown;
            }[];
            /** Id */
            id: string;
            /** Ledger */
            ledger: components["schemas"]["LedgerEntry"][];
            /** Lines */
            lines: components["schemas"]["OrderLine"][];
            /** Note */
            note: string | null;
            /** Number */
            number: string | null;
            /**
             * Payment Status
             * @enum {string}
             */
            payment_status: "unpaid" | "paid" | "refund_pending" | "refunded" | "unclear";
            /** Placed At */
            placed_at: string | null;
            refusal: components["schemas"]["Refusal"] | null;
            shipping: components["schemas"]["Money"];
            shipping_method: components["schemas"]["order_service__app__orders__schemas__ShippingMethod"];
            /**
             * Status
             * @enum {string}
             */
            status: "placing" | "refused" | "pending" | "pending (item modified)" | "processed" | "delivered" | "cancelled" | "return requested" | "exchange requested";
            subtotal: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            /** Tax Included */
            tax_included: boolean;
            total: components["schemas"]["Money"];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** ShippingMethod */
        order_service__app__orders__schemas__ShippingMethod: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            price: components["schemas"]["Money"];
        };
        /** ShippingMethod */
        order_service__app__shipping_methods__schemas__ShippingMethod: {
            /** Active */
            active: boolean;
            /** Code */
            code: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Currency */
            currency: string;
            /** Id */
            id: string;
            /** Name */
            name: {
                [key: string]: string;
            };
            /** Position */
            position: number;
            /** Price */
            price: number;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * OrderLine
         * @description One line as it was sold.
         */
        OrderLine: {
            /** Id */
            id: string;
            /** Image */
            image: string | null;
            /** Note */
            note: string | null;
            /** Options */
            options: unknown;
            /** Product Id */
            product_id: string;
            /** Quantity */
            quantity: number;
            /** Sku */
            sku: string | null;
            tax: components["schemas"]["Money"];
            /** Title */
            title: string;
            total: components["schemas"]["Money"];
            unit_price: components["schemas"]["Money"];
            /** Variant Id */
            variant_id: string;
            /** Variant Title */
            variant_title: string;
        };
        /** Page[Order] */
        Page_Order_: {
            /** Items */
            items: components["schemas"]["Order"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[ShippingMethod] */
        Page_ShippingMethod_: {
            /** Items */
            items: components["schemas"]["order_service__app__shipping_methods__schemas__ShippingMethod"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[TaxRate] */
        Page_TaxRate_: {
            /** Items */
            items: components["schemas"]["TaxRate"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * PaymentChoice
         * @description A means of payment named at the provider, without one saved before.
         * @example {
         *       "provider": "test"
         *     }
         */
        PaymentChoice: {
            /** Provider */
            provider: string;
            /**
             * Token
             * @default tok_approve
             */
            token?: string;
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
         * Refusal
         * @description Why there was no deal; further members depend on `code`.
         */
        Refusal: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * ShippingChoice
         * @example {
         *       "shipping_method": "standard"
         *     }
         */
        ShippingChoice: {
            /** Shipping Method */
            shipping_method: string;
        };
        /**
         * ShippingMethodCreate
         * @description `price` is in minor units of `currency`.
         * @example {
         *       "code": "pickup",
         *       "currency": "EUR",
         *       "name": {
         *         "en": "Pick-up"
         *       },
         *       "position": 3,
         *       "price": 0
         *     }
         */
        ShippingMethodCreate: {
            /**
             * Active
             * @default true
             */
            active?: boolean;
            /** Code */
            code: string;
            /** Currency */
            currency: string;
            /** Name */
            name: {
                [key: string]: string;
            };
            /**
             * Position
             * @default 0
             */
            position?: number;
            /** Price */
            price: number;
        };
        /**
         * ShippingMethodUpdate
         * @description Only what is named changes; null is no value.
         */
        ShippingMethodUpdate: {
            /** Active */
            active?: boolean;
            /** Currency */
            currency?: string;
            /** Name */
            name?: {
                [key: string]: string;
            };
            /** Position */
            position?: number;
            /** Price */
            price?: number;
        };
        /** ShippingOffer */
        ShippingOffer: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            price: components["schemas"]["Money"];
        };
        /** TaxRate */
        TaxRate: {
            /** Country */
            country: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /** Inclusive */
            inclusive: boolean;
            /** Name */
            name: {
                [key: string]: string;
            };
            /** Rate Bp */
            rate_bp: number;
            /** State */
            state: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * TaxRateCreate
         * @description `*` stands for every country, or every state.
         * @example {
         *       "country": "DE",
         *       "inclusive": true,
         *       "name": {
         *         "en": "VAT"
         *       },
         *       "rate_bp": 1900,
         *       "state": "*"
         *     }
         */
        TaxRateCreate: {
            /**
             * Country
             * @default *
             */
            country?: string;
            /**
             * Inclusive
             * @default true
             */
            inclusive?: boolean;
            /** Name */
            name: {
                [key: string]: string;
            };
            /**
             * Rate Bp
             * @description Basis points: 1900 is 19 %.
             */
            rate_bp: number;
            /**
             * State
             * @default *
             */
            state?: string;
        };
        /**
         * TaxRateUpdate
         * @description Only what is named changes; null is no value.
         */
        TaxRateUpdate: {
            /** Inclusive */
            inclusive?: boolean;
            /** Name */
            name?: {
                [key: string]: string;
            };
            /**
             * Rate Bp
             * @description Basis points: 1900 is 19 %.
             */
            rate_bp?: number;
        };
        /**
         * Totals
         * @description `total` = subtotal − discount + shipping, and tax on top of it unless `tax_included`.
         */
        Totals: {
            discount: components["schemas"]["Money"];
            shipping: components["schemas"]["Money"];
            subtotal: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            /** Tax Included */
            tax_included: boolean;
            total: components["schemas"]["Money"];
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
    open_cart_api_v1_carts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CartCreate"] | null;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
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
    read_cart_api_v1_carts__cart_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cart_id: string;
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
                    "application/json": components["schemas"]["Cart"];
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
    set_address_api_v1_carts__cart_id__address_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cart_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Address"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
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
    set_coupon_api_v1_carts__cart_id__coupon_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cart_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouponChoice"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
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
    add_line_api_v1_carts__cart_id__items_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cart_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CartLineCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
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
    remove_line_api_v1_carts__cart_id__items__line_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cart_id: string;
                line_id: string;
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
                    "application/json": components["schemas"]["Cart"];
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
    change_line_api_v1_carts__cart_id__items__line_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cart_id: string;
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CartLineUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
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
    set_shipping_api_v1_carts__cart_id__shipping_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cart_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingChoice"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
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
    current_cart_api_v1_carts_current_get: {
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
                    "application/json": components["schemas"]["Cart"];
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
    check_out_api_v1_checkouts_post: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, new for every intent: the same key and body always get the same reply. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckoutCreate"];
            };
        };
        responses: {
            /** @description Placed and paid. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The outcome is still open: read the order until it is not `placing`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The payment was declined; nothing was charged. */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description price_changed, out_of_stock, cart_changed, already_ordered … */
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
    list_orders_api_v1_orders_get: {
        parameters: {
            query?: {
                checkout_state?: ("placing" | "placed" | "refused" | "payment_review") | null;
                created_from?: string | null;
                created_to?: string | null;
                cursor?: string | null;
                /** @description Staff only. */
                customer_id?: string | null;
                /** @description Staff only. */
                email?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
                number?: string | null;
                payment_status?: ("unpaid" | "paid" | "refund_pending" | "refunded" | "unclear") | null;
                status?: ("placing" | "refused" | "pending" | "pending (item modified)" | "processed" | "delivered" | "cancelled" | "return requested" | "exchange requested") | null;
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
                    "application/json": components["schemas"]["Page_Order_"];
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
    read_order_api_v1_orders__order_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
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
                    "application/json": components["schemas"]["Order"];
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
    cancel_order_api_v1_orders__order_id__cancellation_post: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, new for every intent: the same key and body always get the same reply. */
                "Idempotency-Key": string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancellationCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description order_not_pending … */
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
    shippingmethod_read_multi_api_v1_shipping_methods_get: {
        parameters: {
            query?: {
                cursor?: string | null;
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
                    "application/json": components["schemas"]["Page_ShippingMethod_"];
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
    shippingmethod_create_api_v1_shipping_methods_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingMethodCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["order_service__app__shipping_methods__schemas__ShippingMethod"];
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
    shippingmethod_read_api_v1_shipping_methods__id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["order_service__app__shipping_methods__schemas__ShippingMethod"];
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
    shippingmethod_delete_api_v1_shipping_methods__id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
    shippingmethod_update_api_v1_shipping_methods__id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingMethodUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["order_service__app__shipping_methods__schemas__ShippingMethod"];
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
    taxrate_read_multi_api_v1_tax_rates_get: {
        parameters: {
            query?: {
                cursor?: string | null;
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
                    "application/json": components["schemas"]["Page_TaxRate_"];
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
    taxrate_create_api_v1_tax_rates_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaxRateCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxRate"];
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
    taxrate_read_api_v1_tax_rates__id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["TaxRate"];
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
    taxrate_delete_api_v1_tax_rates__id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
    taxrate_update_api_v1_tax_rates__id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaxRateUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxRate"];
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
