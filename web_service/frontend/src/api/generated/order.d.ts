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
        /**
         * Set Coupon
         * @description Apply a coupon, or take it off (null). A refused one leaves the cart as it was.
         */
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
    "/api/v1/exports/orders.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Orders
         * @description The orders of a list with the same filters, one row each, newest first; no cell is a formula.
         */
        get: operations["export_orders_api_v1_exports_orders_csv_get"];
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
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Orders
         * @description The caller's orders; with `orders:read` everybody's.
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
    "/api/v1/orders/{order_id}/fulfilments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fulfil Order
         * @description Send all that is left, or the named pieces. The order is `processed` once all is sent; the customer is told.
         */
        post: operations["fulfil_order_api_v1_orders__order_id__fulfilments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/fulfilments/{fulfilment_id}/delivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note Delivered
         * @description The parcel arrived; the order is `delivered` once all of it has.
         */
        post: operations["note_delivered_api_v1_orders__order_id__fulfilments__fulfilment_id__delivered_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund Order
         * @description Give money back, the way it was paid; `payment_status` is `refund_pending` until the provider has answered.
         */
        post: operations["refund_order_api_v1_orders__order_id__refunds_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Timeline
         * @description What happened to an order of the caller's, the earliest first; with `orders:read` to any order, and by whom.
         */
        get: operations["read_timeline_api_v1_orders__order_id__timeline_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/bulk-fulfilments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fulfil Orders
         * @description Send all that is left of up to 100 orders; the answer says for each what happened.
         */
        post: operations["fulfil_orders_api_v1_orders_bulk_fulfilments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Payment Options
         * @description How an order can be paid right now, beside the methods saved in the caller's account.
         */
        get: operations["list_payment_options_api_v1_payment_options_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Promotions
         * @description Newest first.
         */
        get: operations["list_promotions_api_v1_promotions_get"];
        put?: never;
        /** Create Promotion */
        post: operations["create_promotion_api_v1_promotions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promotions/{promotion_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Promotion */
        get: operations["read_promotion_api_v1_promotions__promotion_id__get"];
        put?: never;
        post?: never;
        /**
         * Remove Promotion
         * @description Only while no order has it: switch it off instead.
         */
        delete: operations["remove_promotion_api_v1_promotions__promotion_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Promotion
         * @description Counts at once; orders keep what they were made with.
         */
        patch: operations["change_promotion_api_v1_promotions__promotion_id__patch"];
        trace?: never;
    };
    "/api/v1/reports/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dashboard
         * @description The console's front page: what was sold in some days, and what needs attention now.
         */
        get: operations["dashboard_api_v1_reports_dashboard_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Report Sales */
        get: operations["report_sales_api_v1_reports_sales_get"];
        put?: never;
        post?: never;
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
         * Actor
         * @description Who it was; `id` is told to the staff only.
         */
        Actor: {
            /** Id */
            id?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "customer" | "staff" | "shop";
        };
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
         * Attention
         * @description Orders that somebody has to look at, of all times.
         */
        Attention: {
            /** Payment Review */
            payment_review: number;
            /** Refund Pending */
            refund_pending: number;
            /** Unfulfilled */
            unfulfilled: number;
        };
        /**
         * BulkFulfilmentCreate
         * @description All that is left of each of these orders is sent.
         * @example {
         *       "order_ids": [
         *         "ord_0198",
         *         "ord_0199"
         *       ]
         *     }
         */
        BulkFulfilmentCreate: {
            /** Order Ids */
            order_ids: string[];
        };
        /**
         * BulkResult
         * @description What happened to one order; `code` and `detail` say why it was refused.
         */
        BulkResult: {
            /** Code */
            code?: string | null;
            /** Detail */
            detail?: string | null;
            /** Fulfilment Id */
            fulfilment_id?: string | null;
            /** Number */
            number?: string | null;
            /** Order Id */
            order_id: string;
            /**
             * Result
             * @enum {string}
             */
            result: "fulfilled" | "refused";
            /** Status */
            status?: string | null;
        };
        /** BulkResults */
        BulkResults: {
            /** Fulfilled */
            fulfilled: number;
            /** Refused */
            refused: number;
            /** Results */
            results: components["schemas"]["BulkResult"][];
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
            promotion: components["schemas"]["CartPromotion"] | null;
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
         * CartPromotion
         * @description What the coupon of a cart comes to.
         */
        CartPromotion: {
            /** Code */
            code: string;
            discount: components["schemas"]["Money"];
            /** Name */
            name: string;
            problem: components["schemas"]["CouponProblem"] | null;
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
         * Conversion
         * @description Of the carts opened in this time, how many were tried to buy and bought; `rate` is placed per cart, 0 to 1.
         */
        Conversion: {
            /** Carts */
            carts: number;
            /** Checkouts */
            checkouts: number;
            /** Placed */
            placed: number;
            /** Rate */
            rate: number;
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
         * CouponProblem
         * @description Why the coupon takes nothing off right now; `missing` where the goods are not worth enough yet.
         */
        CouponProblem: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            minimum?: components["schemas"]["Money"] | null;
            missing?: components["schemas"]["Money"] | null;
        };
        /**
         * Dashboard
         * @description `revenue` is `gross` less `refunds`, of orders placed in these days (the shop's own) and not cancelled.
         */
        Dashboard: {
            attention: components["schemas"]["Attention"];
            average_order: components["schemas"]["Money"];
            /** By Day */
            by_day: components["schemas"]["DaySales"][];
            conversion: components["schemas"]["Conversion"];
            /** Currency */
            currency: string;
            /**
             * Date From
             * Format: date
             */
            date_from: string;
            /**
             * Date To
             * Format: date
             */
            date_to: string;
            discounts: components["schemas"]["Money"];
            gross: components["schemas"]["Money"];
            /** Items Sold */
            items_sold: number;
            /** Orders */
            orders: number;
            refunds: components["schemas"]["Money"];
            revenue: components["schemas"]["Money"];
            /** Time Zone */
            time_zone: string;
            /** Top Products */
            top_products: components["schemas"]["ProductSales"][];
        };
        /** DaySales */
        DaySales: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Items */
            items: number;
            /** Orders */
            orders: number;
            revenue: components["schemas"]["Money"];
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
         * Fulfilment
         * @description One parcel.
         */
        Fulfilment: {
            /** Carrier */
            carrier: string | null;
            /** Delivered At */
            delivered_at: string | null;
            /** Id */
            id: string;
            /** Lines */
            lines: components["schemas"]["FulfilmentLine"][];
            /**
             * Shipped At
             * Format: date-time
             */
            shipped_at: string;
            /**
             * Status
             * @enum {string}
             */
            status: "shipped" | "delivered";
            /** Tracking Number */
            tracking_number: string | null;
        };
        /**
         * FulfilmentCreate
         * @description What is sent; without `lines` all that is left.
         * @example {
         *       "carrier": "DHL",
         *       "tracking_number": "JD014600003RU"
         *     }
         */
        FulfilmentCreate: {
            /** Carrier */
            carrier?: string | null;
            /** Lines */
            lines?: components["schemas"]["SentLine"][] | null;
            /** Tracking Number */
            tracking_number?: string | null;
        };
        /** FulfilmentLine */
        FulfilmentLine: {
            /** Line Id */
            line_id: string;
            /** Quantity */
            quantity: number;
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
            coupon: components["schemas"]["OrderCoupon"] | null;
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
            /**
             * Fulfilment Status
             * @enum {string}
             */
            fulfilment_status: "unfulfilled" | "partially_fulfilled" | "fulfilled";
            /** Fulfilments */
            fulfilments: components["schemas"]["Fulfilment"][];
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
            payment_status: "unpaid" | "paid" | "refund_pending" | "partially_refunded" | "refunded" | "unclear";
            /** Placed At */
            placed_at: string | null;
            refunded: components["schemas"]["Money"];
            /** Refunds */
            refunds: components["schemas"]["Refund"][];
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
        /** OrderCoupon */
        OrderCoupon: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * OrderLine
         * @description One line as it was sold. Of its pieces so many were `fulfilled` (sent), `refunded`, `restocked`; `to_send`.
         */
        OrderLine: {
            discount: components["schemas"]["Money"];
            /** Fulfilled */
            fulfilled: number;
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
            /** Refunded */
            refunded: number;
            /** Restocked */
            restocked: number;
            /** Sku */
            sku: string | null;
            tax: components["schemas"]["Money"];
            /** Title */
            title: string;
            /** To Send */
            to_send: number;
            total: components["schemas"]["Money"];
            unit_price: components["schemas"]["Money"];
            /** Variant Id */
            variant_id: string;
            /** Variant Title */
            variant_title: string;
        };
        /**
         * OrderPage
         * @description One page of a list; `count` only where it was asked for, and 10000 stands for that many or more.
         */
        OrderPage: {
            /** Count */
            count: number | null;
            /** Items */
            items: components["schemas"]["Order"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[Promotion] */
        Page_Promotion_: {
            /** Items */
            items: components["schemas"]["Promotion"][];
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
         * PaymentOption
         * @description A provider as a checkout names it: `{"payment": {"provider": …, "token": …}}`; saved methods are not here.
         */
        PaymentOption: {
            /** Hint */
            hint: string;
            /** Name */
            name: string;
            /** Provider */
            provider: string;
            /** Test */
            test: boolean;
            /** Tokens */
            tokens: components["schemas"]["PaymentToken"][];
        };
        /** PaymentOptions */
        PaymentOptions: {
            /** Items */
            items: components["schemas"]["PaymentOption"][];
        };
        /**
         * PaymentToken
         * @description One means of payment at a provider, named by `token` in a checkout; `hint` says what comes of it.
         */
        PaymentToken: {
            /** Hint */
            hint: string;
            /** Name */
            name: string;
            /** Token */
            token: string;
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
        /** ProductSales */
        ProductSales: {
            /** Image */
            image: string | null;
            /** Items */
            items: number;
            /** Orders */
            orders: number;
            /** Product Id */
            product_id: string;
            revenue: components["schemas"]["Money"];
            /** Title */
            title: string;
        };
        /**
         * Promotion
         * @description `uses` counts the orders that have it; `state` is what it comes to right now.
         */
        Promotion: {
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
            /** Ends At */
            ends_at: string | null;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "percent" | "amount";
            /** Max Uses */
            max_uses: number | null;
            /** Max Uses Per Customer */
            max_uses_per_customer: number | null;
            /** Minimum Subtotal */
            minimum_subtotal: number;
            /** Name */
            name: {
                [key: string]: string;
            };
            /** Starts At */
            starts_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "running" | "scheduled" | "ended" | "used_up" | "off";
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Uses */
            uses: number;
            /** Value */
            value: number;
        };
        /**
         * PromotionCreate
         * @description `value` is in basis points (percent: 1000 is 10 %) or minor units (amount). Codes are the same in any case.
         * @example {
         *       "code": "SPRING",
         *       "ends_at": "2030-05-31T22:00:00Z",
         *       "kind": "percent",
         *       "max_uses_per_customer": 1,
         *       "minimum_subtotal": 5000,
         *       "name": {
         *         "en": "Spring sale",
         *         "zh": "春季促销"
         *       },
         *       "value": 1000
         *     }
         */
        PromotionCreate: {
            /**
             * Active
             * @default true
             */
            active?: boolean;
            /** Code */
            code: string;
            /**
             * Currency
             * @description Of `value` and `minimum_subtotal`; default the shop's.
             */
            currency?: string | null;
            /**
             * Ends At
             * @description From this moment on the coupon is not taken any more.
             */
            ends_at?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "percent" | "amount";
            /**
             * Max Uses
             * @description By all customers together.
             */
            max_uses?: number | null;
            /** Max Uses Per Customer */
            max_uses_per_customer?: number | null;
            /**
             * Minimum Subtotal
             * @default 0
             */
            minimum_subtotal?: number;
            /**
             * Name
             * @description What the shopper reads; the code when left out.
             */
            name?: {
                [key: string]: string;
            } | null;
            /** Starts At */
            starts_at?: string | null;
            /** Value */
            value: number;
        };
        /**
         * PromotionUpdate
         * @description Only what is named changes. The code stays: it is in customers' hands.
         * @example {
         *       "active": false
         *     }
         */
        PromotionUpdate: {
            /** Active */
            active?: boolean;
            /** Ends At */
            ends_at?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind?: "percent" | "amount";
            /** Max Uses */
            max_uses?: number | null;
            /** Max Uses Per Customer */
            max_uses_per_customer?: number | null;
            /** Minimum Subtotal */
            minimum_subtotal?: number;
            /** Name */
            name?: {
                [key: string]: string;
            };
            /** Starts At */
            starts_at?: string | null;
            /** Value */
            value?: number;
        };
        /**
         * Refund
         * @description What the staff gave back; `lines` are the pieces that came back on the shelf.
         */
        Refund: {
            amount: components["schemas"]["Money"];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /** Lines */
            lines: components["schemas"]["FulfilmentLine"][];
            /** Reason */
            reason: string;
            /**
             * Status
             * @enum {string}
             */
            status: "pending" | "done";
        };
        /**
         * RefundCreate
         * @description `amount` wins; else `lines` are paid back as they were paid, without shipping; without either, all that is left.
         *
         *     `restock` puts the named pieces (or, with neither, all of them) back on the shelf. Those not sent yet never will be.
         * @example {
         *       "lines": [
         *         {
         *           "line_id": "oln_0198",
         *           "quantity": 1
         *         }
         *       ],
         *       "reason": "arrived broken",
         *       "restock": false
         *     }
         */
        RefundCreate: {
            amount?: components["schemas"]["Money"] | null;
            /** Lines */
            lines?: components["schemas"]["RefundLine"][] | null;
            /** Reason */
            reason: string;
            /**
             * Restock
             * @default false
             */
            restock?: boolean;
        };
        /** RefundLine */
        RefundLine: {
            /** Line Id */
            line_id: string;
            /** Quantity */
            quantity: number;
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
        /** Sales */
        Sales: {
            /** Currency */
            currency: string;
            /**
             * Date From
             * Format: date
             */
            date_from: string;
            /**
             * Date To
             * Format: date
             */
            date_to: string;
            /**
             * Group By
             * @enum {string}
             */
            group_by: "day" | "product" | "status";
            /** Rows */
            rows: components["schemas"]["SalesRow"][];
            /** Time Zone */
            time_zone: string;
        };
        /**
         * SalesRow
         * @description `key` is the day, the product's id or the status; `label` what to show for it. Products have no refunds here.
         */
        SalesRow: {
            discounts?: components["schemas"]["Money"] | null;
            gross?: components["schemas"]["Money"] | null;
            /** Items */
            items: number;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Orders */
            orders: number;
            refunds?: components["schemas"]["Money"] | null;
            revenue: components["schemas"]["Money"];
        };
        /** SentLine */
        SentLine: {
            /** Line Id */
            line_id: string;
            /** Quantity */
            quantity: number;
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
        /** Timeline */
        Timeline: {
            /** Items */
            items: components["schemas"]["TimelineEvent"][];
        };
        /**
         * TimelineEvent
         * @description `reference` is the payment, refund or fulfilment that it was about.
         */
        TimelineEvent: {
            actor: components["schemas"]["Actor"];
            amount?: components["schemas"]["Money"] | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Carrier */
            carrier?: string | null;
            /** Reason */
            reason?: string | null;
            /** Reference */
            reference?: string | null;
            /** Tracking Number */
            tracking_number?: string | null;
            /**
             * Type
             * @enum {string}
             */
            type: "created" | "placed" | "refused" | "payment_review" | "paid" | "shipped" | "delivered" | "cancelled" | "refund_decided" | "refunded";
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
            /** @description unknown_coupon */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description coupon_not_started, coupon_expired, coupon_used_up, coupon_already_used, coupon_minimum_not_reached (with `minimum` and `missing`), coupon_other_currency; `detail` is for people */
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
    export_orders_api_v1_exports_orders_csv_get: {
        parameters: {
            query?: {
                checkout_state?: ("placing" | "placed" | "refused" | "payment_review") | null;
                created_from?: string | null;
                created_to?: string | null;
                /** @description Staff only. */
                customer_id?: string | null;
                /** @description Staff only. */
                email?: string | null;
                fulfilment_status?: ("unfulfilled" | "partially_fulfilled" | "fulfilled") | null;
                number?: string | null;
                payment_status?: ("unpaid" | "paid" | "refund_pending" | "partially_refunded" | "refunded" | "unclear") | null;
                /** @description Staff only: a number (1001, #1001), or parts of a name or an email. */
                q?: string | null;
                status?: ("placing" | "refused" | "pending" | "pending (item modified)" | "processed" | "delivered" | "cancelled" | "return requested" | "exchange requested") | null;
                /** @description Minor units. */
                total_from?: number | null;
                /** @description Minor units. */
                total_to?: number | null;
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
    list_orders_api_v1_orders_get: {
        parameters: {
            query?: {
                checkout_state?: ("placing" | "placed" | "refused" | "payment_review") | null;
                /** @description Also say how many there are (up to 10000). */
                count?: boolean;
                created_from?: string | null;
                created_to?: string | null;
                cursor?: string | null;
                /** @description Staff only. */
                customer_id?: string | null;
                /** @description Staff only. */
                email?: string | null;
                fulfilment_status?: ("unfulfilled" | "partially_fulfilled" | "fulfilled") | null;
                /** @description How many items a page holds. */
                limit?: number;
                number?: string | null;
                payment_status?: ("unpaid" | "paid" | "refund_pending" | "partially_refunded" | "refunded" | "unclear") | null;
                /** @description Staff only: a number (1001, #1001), or parts of a name or an email. */
                q?: string | null;
                sort?: "newest" | "oldest" | "total_desc" | "total_asc";
                status?: ("placing" | "refused" | "pending" | "pending (item modified)" | "processed" | "delivered" | "cancelled" | "return requested" | "exchange requested") | null;
                /** @description Minor units. */
                total_from?: number | null;
                /** @description Minor units. */
                total_to?: number | null;
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
                    "application/json": components["schemas"]["OrderPage"];
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
    fulfil_order_api_v1_orders__order_id__fulfilments_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description With one, the parcel is sent once however often it is asked for. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["FulfilmentCreate"] | null;
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
            /** @description nothing_to_send, order_not_open, too_many_pieces (with `line_id`, `left`), checkout_in_progress */
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
    note_delivered_api_v1_orders__order_id__fulfilments__fulfilment_id__delivered_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fulfilment_id: string;
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
    refund_order_api_v1_orders__order_id__refunds_post: {
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
                "application/json": components["schemas"]["RefundCreate"];
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
            /** @description nothing_to_refund, refund_exceeds_payment (with `left`), too_many_pieces, cancel_instead, checkout_in_progress */
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
    read_timeline_api_v1_orders__order_id__timeline_get: {
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
                    "application/json": components["schemas"]["Timeline"];
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
    fulfil_orders_api_v1_orders_bulk_fulfilments_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkFulfilmentCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResults"];
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
    list_payment_options_api_v1_payment_options_get: {
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
                    "application/json": components["schemas"]["PaymentOptions"];
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
    list_promotions_api_v1_promotions_get: {
        parameters: {
            query?: {
                active?: boolean | null;
                cursor?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description A part of the code. */
                q?: string | null;
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
                    "application/json": components["schemas"]["Page_Promotion_"];
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
    create_promotion_api_v1_promotions_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromotionCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promotion"];
                };
            };
            /** @description already_exists */
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
    read_promotion_api_v1_promotions__promotion_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promotion_id: string;
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
                    "application/json": components["schemas"]["Promotion"];
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
    remove_promotion_api_v1_promotions__promotion_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promotion_id: string;
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
            /** @description promotion_used */
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
    change_promotion_api_v1_promotions__promotion_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promotion_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromotionUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promotion"];
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
    dashboard_api_v1_reports_dashboard_get: {
        parameters: {
            query?: {
                /** @description The first day; default 29 days before the last. */
                from?: string | null;
                /** @description The last day, included; default today. */
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
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            /** @description unusable_range: at most 366 days */
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
    report_sales_api_v1_reports_sales_get: {
        parameters: {
            query?: {
                /** @description The first day; default 29 days before the last. */
                from?: string | null;
                group_by?: "day" | "product" | "status";
                /** @description Of products, those that sold best. */
                limit?: number;
                /** @description The last day, included; default today. */
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
                    "application/json": components["schemas"]["Sales"];
                };
            };
            /** @description unusable_range: at most 366 days */
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
