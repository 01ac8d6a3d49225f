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
         * @description This coupon and no other, or none (null). A refused one leaves the cart as it was.
         */
        put: operations["set_coupon_api_v1_carts__cart_id__coupon_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cart_id}/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Coupon
         * @description One more coupon, where they may be combined. One that is there already changes nothing.
         */
        post: operations["add_coupon_api_v1_carts__cart_id__coupons_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cart_id}/coupons/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Coupon
         * @description The cart without this coupon.
         */
        delete: operations["remove_coupon_api_v1_carts__cart_id__coupons__code__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cart_id}/currency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Currency
         * @description Every line at its price in this currency; a shipping method that has no price in it is chosen anew.
         */
        put: operations["set_currency_api_v1_carts__cart_id__currency_put"];
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
    "/api/v1/checkouts/card-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prepare Card Payment
         * @description What the browser confirms with the card provider's own form before it checks out.
         *
         *     No money is held until it is confirmed. The same cart and total give the same payment; another total calls the one
         *     before off, and so does half an hour without a checkout.
         */
        post: operations["prepare_card_payment_api_v1_checkouts_card_payments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/invoices.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Invoices
         * @description The documents of a list with the same filters, a row for each tax rate; credit notes count minus.
         */
        get: operations["export_invoices_api_v1_exports_invoices_csv_get"];
        put?: never;
        post?: never;
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
    "/api/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Invoices
         * @description All of the shop's documents, the latest first.
         */
        get: operations["list_invoices_api_v1_invoices_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{invoice_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Invoice */
        get: operations["read_invoice_api_v1_invoices__invoice_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{invoice_id}.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Print Invoice
         * @description In the customer's language, the same bytes each time; for the order's customer and the staff.
         */
        get: operations["print_invoice_api_v1_invoices__invoice_id__pdf_get"];
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
    "/api/v1/orders/{order_id}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace Address
         * @description Send a pending order somewhere else; the customer's own addresses stay as they are.
         */
        put: operations["replace_address_api_v1_orders__order_id__address_put"];
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
    "/api/v1/orders/{order_id}/exchanges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request Exchange
         * @description Ask to exchange pieces of a delivered order for other variants of the same products: once, all in one call.
         *
         *     The difference in price is agreed now and settled when the staff completes it; no new order is needed.
         */
        post: operations["request_exchange_api_v1_orders__order_id__exchanges_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/exchanges/{exchange_id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete Exchange
         * @description The goods changed hands: lines, stock and the agreed difference follow. The order is `delivered` again.
         */
        post: operations["complete_exchange_api_v1_orders__order_id__exchanges__exchange_id__completion_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/exchanges/{exchange_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject Exchange
         * @description Refuse an exchange and tell the customer why: nothing moves, and the order is delivered as it was.
         */
        post: operations["reject_exchange_api_v1_orders__order_id__exchanges__exchange_id__rejection_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/exchanges/estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Estimate Exchange
         * @description What such an exchange would cost or give back now; nothing is asked for.
         */
        post: operations["estimate_exchange_api_v1_orders__order_id__exchanges_estimate_post"];
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
    "/api/v1/orders/{order_id}/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Invoices Of Order
         * @description An order's invoice, and the credit notes about it, the first one first.
         *
         *     The invoice is there a moment after the order is placed. Orders from another shop have none.
         */
        get: operations["list_invoices_of_order_api_v1_orders__order_id__invoices_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/item-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Items
         * @description Make pieces of a pending order other variants of the same products: once, all in one call.
         *
         *     The order is `pending (item modified)` then: it cannot be cancelled any more.
         */
        post: operations["change_items_api_v1_orders__order_id__item_changes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/item-changes/estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Estimate Item Change
         * @description What changing the items so would cost or give back now; nothing is changed.
         */
        post: operations["estimate_item_change_api_v1_orders__order_id__item_changes_estimate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/payment-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Payment
         * @description Pay a pending order with another saved method: it pays the whole total, then the first payment goes back.
         */
        post: operations["change_payment_api_v1_orders__order_id__payment_change_post"];
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
    "/api/v1/orders/{order_id}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request Return
         * @description Ask to send back pieces of a delivered order; the customer is told how. Money moves once they are received.
         */
        post: operations["request_return_api_v1_orders__order_id__returns_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/returns/{return_id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive Return
         * @description The goods came: their money goes back and they go on the shelf, each piece or not. The order is delivered.
         */
        post: operations["receive_return_api_v1_orders__order_id__returns__return_id__receipt_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/returns/{return_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject Return
         * @description Refuse a return and tell the customer why: nothing moves, and the order is delivered as it was.
         */
        post: operations["reject_return_api_v1_orders__order_id__returns__return_id__rejection_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/returns/estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Estimate Return
         * @description What would be paid back for these pieces once they are received; nothing is asked for.
         */
        post: operations["estimate_return_api_v1_orders__order_id__returns_estimate_post"];
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
    "/api/v1/orders/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Orders
         * @description Bring orders in from another shop, under the ids they had, with lines, parcels and payments.
         *
         *     Each is taken whole or not at all; the same batch again changes nothing. Neither stock nor money moves, and what
         *     payments still hold can be given back from here. What cannot be taken is in `rejected`: `imported_differently`
         *     (brought in before and it read differently; it stays as it is), `id_taken`, `unknown_customer`,
         *     `unknown_payment_method`, `mixed_currencies`, `pieces_differ`, `payments_differ`.
         */
        post: operations["import_orders_api_v1_orders_imports_post"];
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
    "/api/v1/payments/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Stripe Notice
         * @description For Stripe alone: a payment or a refund changed. The shop then asks Stripe how it stands.
         */
        post: operations["take_stripe_notice_api_v1_payments_webhooks_stripe_post"];
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
    "/api/v1/promotions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a cart would pay with a promotion; nothing is written */
        post: operations["preview_promotion_api_v1_promotions_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/v1/sales-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sales History
         * @description Invoices without their lines, the latest first.
         */
        get: operations["list_sales_history_api_v1_sales_history_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales-history/{invoice_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Sales Invoice
         * @description One invoice with its lines.
         */
        get: operations["read_sales_invoice_api_v1_sales_history__invoice_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales-history/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Sales History
         * @description Bring invoices in from other books: sales, credits and write-offs, which the reports count from then on.
         *
         *     Each is taken whole or not at all; the same batch again changes nothing. They are no orders: neither stock nor money
         *     moves. What cannot be taken is in `rejected`: `imported_differently` (brought in before and it read differently; it
         *     stays as it is).
         */
        post: operations["import_sales_history_api_v1_sales_history_imports_post"];
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
    "/api/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Webhook Endpoints
         * @description Newest first.
         */
        get: operations["list_webhook_endpoints_api_v1_webhook_endpoints_get"];
        put?: never;
        /**
         * Create Webhook Endpoint
         * @description Hears of what happens from now on. The answer is the only one that holds its secret.
         */
        post: operations["create_webhook_endpoint_api_v1_webhook_endpoints_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{endpoint_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Webhook Endpoint */
        get: operations["read_webhook_endpoint_api_v1_webhook_endpoints__endpoint_id__get"];
        put?: never;
        post?: never;
        /**
         * Remove Webhook Endpoint
         * @description With all its deliveries.
         */
        delete: operations["remove_webhook_endpoint_api_v1_webhook_endpoints__endpoint_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Webhook Endpoint
         * @description Counts for what is sent from now on. Enabled again, it gets what is still pending.
         */
        patch: operations["change_webhook_endpoint_api_v1_webhook_endpoints__endpoint_id__patch"];
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{endpoint_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Webhook Deliveries
         * @description Newest first, kept for 30 days.
         */
        get: operations["list_webhook_deliveries_api_v1_webhook_endpoints__endpoint_id__deliveries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{endpoint_id}/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Webhook Delivery
         * @description With what is sent, and every attempt.
         */
        get: operations["read_webhook_delivery_api_v1_webhook_endpoints__endpoint_id__deliveries__delivery_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{endpoint_id}/deliveries/{delivery_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend Webhook Delivery
         * @description As soon as may be, under the same `webhook-id`, whether it was delivered, given up, or waits for its next try.
         */
        post: operations["resend_webhook_delivery_api_v1_webhook_endpoints__endpoint_id__deliveries__delivery_id__resend_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{endpoint_id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate Webhook Secret
         * @description A new secret, shown this once. The one before it signs too for 24 hours, beside the new one.
         */
        post: operations["rotate_webhook_secret_api_v1_webhook_endpoints__endpoint_id__secret_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{endpoint_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test Webhook Endpoint
         * @description Sends a `webhook.test` event, once, whatever types the endpoint asks for; its delivery tells how it went.
         */
        post: operations["test_webhook_endpoint_api_v1_webhook_endpoints__endpoint_id__test_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Webhook Event Types
         * @description What an endpoint may ask for.
         */
        get: operations["list_webhook_event_types_api_v1_webhook_endpoints_event_types_get"];
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
            /** Exchanges Requested */
            exchanges_requested: number;
            /** Payment Review */
            payment_review: number;
            /** Refund Pending */
            refund_pending: number;
            /** Returns Requested */
            returns_requested: number;
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
         * CardPayment
         * @description `token` is what the checkout names: `{"payment": {"provider": …, "token": …}}`. Until it is `confirmed`, the
         *     browser confirms it with the provider's own form, `client_secret` and `publishable_key`.
         */
        CardPayment: {
            amount: components["schemas"]["Money"];
            /** Client Secret */
            client_secret: string;
            /** Confirmed */
            confirmed: boolean;
            /** Provider */
            provider: string;
            /** Publishable Key */
            publishable_key: string;
            /** Token */
            token: string;
        };
        /**
         * CardPaymentCreate
         * @description The cart, with its address and shipping method in it, as the shopper saw it.
         * @example {
         *       "cart_id": "crt_0198",
         *       "cart_version": 4,
         *       "expected_total": {
         *         "amount": 13390,
         *         "currency": "EUR"
         *       }
         *     }
         */
        CardPaymentCreate: {
            /** Cart Id */
            cart_id: string;
            /** Cart Version */
            cart_version: number;
            expected_total: components["schemas"]["Money"];
        };
        /**
         * Cart
         * @description A priced cart. Every change raises `version`; a checkout names the version its shopper saw.
         *
         *     `discounts` and the tax lines explain the totals, promotions without a code included; `coupon` and `promotion` are
         *     the first of `coupons`. `shipping_options` are those that take this basket to where it goes.
         */
        Cart: {
            address: components["schemas"]["Address"] | null;
            /** Coupon */
            coupon: string | null;
            /** Coupons */
            coupons: components["schemas"]["CartPromotion"][];
            /** Currency */
            currency: string;
            /** Discounts */
            discounts: components["schemas"]["order_service__app__carts__schemas__DiscountLine"][];
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
            shipping_problem: components["schemas"]["ShippingProblem"] | null;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "ordering" | "ordered" | "merged";
            /** Tax Lines */
            tax_lines: components["schemas"]["TaxLine"][];
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
         * @description A cart begins empty. One that is open already keeps its currency: PUT …/currency changes it.
         * @example {
         *       "currency": "EUR"
         *     }
         */
        CartCreate: {
            /**
             * Currency
             * @description One that the shop sells in; default its own.
             */
            currency?: string | null;
        };
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
            /** Discounts */
            discounts: components["schemas"]["order_service__app__carts__schemas__DiscountLine"][];
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
         * Change
         * @description `difference` is what the total grew by. `settling`: made, but a refund or goods are still on their way back.
         */
        Change: {
            /** By Staff */
            by_staff: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            difference: components["schemas"]["Money"];
            /** Exchange Id */
            exchange_id: string | null;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "address" | "payment" | "items" | "exchange";
            /** Made At */
            made_at: string | null;
            /** Method */
            method: string | null;
            /** Payment Method Id */
            payment_method_id: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "running" | "payment_review" | "settling" | "done";
            /** Swaps */
            swaps: components["schemas"]["Swap"][];
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
         * CouponAdded
         * @example {
         *       "code": "SPRING"
         *     }
         */
        CouponAdded: {
            /** Code */
            code: string;
        };
        /**
         * CouponChoice
         * @description null takes all coupons out again.
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
         * @description Why the coupon does not count right now; `missing` where the goods are not worth, or not many, enough yet.
         */
        CouponProblem: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            minimum?: components["schemas"]["Money"] | null;
            /** Minimum Quantity */
            minimum_quantity?: number | null;
            missing?: components["schemas"]["Money"] | null;
            /** Missing Quantity */
            missing_quantity?: number | null;
        };
        /**
         * CurrencyChoice
         * @example {
         *       "currency": "USD"
         *     }
         */
        CurrencyChoice: {
            /** Currency */
            currency: string;
        };
        /**
         * Dashboard
         * @description `revenue` is `gross` less `refunds`, of orders in this currency placed in these days (the shop's own) and not
         *     cancelled.
         *
         *     Invoices of the sales history count among the orders, their credits among the refunds; only `conversion` is without
         *     them.
         */
        Dashboard: {
            attention: components["schemas"]["Attention"];
            average_order: components["schemas"]["Money"];
            /** By Day */
            by_day: components["schemas"]["DaySales"][];
            conversion: components["schemas"]["Conversion"];
            /**
             * Currencies
             * @description Those there is something to report in, the shop's own first.
             */
            currencies: string[];
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
         * Estimate
         * @description What the customer would pay, or get back, if it were asked for now; at most one of the two is not zero.
         */
        Estimate: {
            to_get: components["schemas"]["Money"];
            to_pay: components["schemas"]["Money"];
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
         * Exchange
         * @description `difference` (negative: the customer gets it) moves with goods and stock when the exchange is completed.
         */
        Exchange: {
            /** By Staff */
            by_staff: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Decided At */
            decided_at: string | null;
            difference: components["schemas"]["Money"];
            /** Id */
            id: string;
            /** Method */
            method: string | null;
            /** Payment Method Id */
            payment_method_id: string | null;
            /** Reason */
            reason: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "requested" | "completed" | "rejected";
            /** Swaps */
            swaps: components["schemas"]["Swap"][];
        };
        /**
         * ExchangeCompletion
         * @description `restock`: whether what came back goes on the shelf.
         * @example {
         *       "restock": true
         *     }
         */
        ExchangeCompletion: {
            /**
             * Restock
             * @default true
             */
            restock?: boolean;
        };
        /**
         * ExchangeCreate
         * @description Each swap is one piece; the difference will be paid by, or go to, one means of payment.
         * @example {
         *       "payment_method_id": "pm_0198",
         *       "swaps": [
         *         {
         *           "from": "oln_0198",
         *           "to": "var_0199"
         *         }
         *       ]
         *     }
         */
        ExchangeCreate: {
            /** @description What the customer was shown (see `estimate`): difference_changed when it is another by now. */
            expected_difference?: components["schemas"]["Money"] | null;
            /**
             * Payment Method Id
             * @description One of the customer's saved methods; without it the means that first paid.
             */
            payment_method_id?: string | null;
            /** Swaps */
            swaps: components["schemas"]["SwapWanted"][];
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
         * HistoryEntry
         * @description `total` and `pieces` are negative where goods came back.
         */
        HistoryEntry: {
            /** Country */
            country: string | null;
            /** Customer Id */
            customer_id: string | null;
            /** Id */
            id: string;
            /**
             * Issued At
             * Format: date-time
             */
            issued_at: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "sale" | "credit" | "write_off";
            /** Pieces */
            pieces: number;
            total: components["schemas"]["Money"];
        };
        /**
         * HistoryImport
         * @description All its amounts are in one currency; a write-off is worth nothing.
         */
        HistoryImport: {
            /** Country */
            country?: string | null;
            /** Customer Id */
            customer_id?: string | null;
            /** Id */
            id: string;
            /**
             * Issued At
             * Format: date-time
             */
            issued_at: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "sale" | "credit" | "write_off";
            /** Lines */
            lines: components["schemas"]["HistoryLineImport"][];
        };
        /**
         * HistoryImports
         * @example {
         *       "items": [
         *         {
         *           "country": "United Kingdom",
         *           "customer_id": "14527",
         *           "id": "C536379",
         *           "issued_at": "2010-12-01T09:41:00Z",
         *           "kind": "credit",
         *           "lines": [
         *             {
         *               "code": "D",
         *               "quantity": -1,
         *               "title": "Discount",
         *               "unit_price": {
         *                 "amount": 2750,
         *                 "currency": "GBP"
         *               }
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        HistoryImports: {
            /** Items */
            items: components["schemas"]["HistoryImport"][];
        };
        /** HistoryInvoice */
        HistoryInvoice: {
            /** Country */
            country: string | null;
            /** Customer Id */
            customer_id: string | null;
            /** Id */
            id: string;
            /**
             * Issued At
             * Format: date-time
             */
            issued_at: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "sale" | "credit" | "write_off";
            /** Lines */
            lines: components["schemas"]["HistoryLine"][];
            /** Pieces */
            pieces: number;
            total: components["schemas"]["Money"];
        };
        /** HistoryLine */
        HistoryLine: {
            amount: components["schemas"]["Money"];
            /** Code */
            code: string;
            /** Quantity */
            quantity: number;
            /** Title */
            title: string;
            unit_price: components["schemas"]["Money"];
        };
        /**
         * HistoryLineImport
         * @description `quantity` is negative for what came back or was lost; `code` is what those books called the article.
         */
        HistoryLineImport: {
            /** Code */
            code: string;
            /** Quantity */
            quantity: number;
            /**
             * Title
             * @default
             */
            title?: string;
            unit_price: components["schemas"]["Money"];
        };
        /**
         * ImportReport
         * @description What became of a batch. `unchanged`: records that were taken before, just as they are now.
         * @example {
         *       "created": 2,
         *       "rejected": [
         *         {
         *           "code": "email_taken",
         *           "detail": "There is an account …",
         *           "id": "mei_1",
         *           "index": 3
         *         }
         *       ],
         *       "unchanged": 1
         *     }
         */
        ImportReport: {
            /**
             * Created
             * @default 0
             */
            created?: number;
            /** Rejected */
            rejected?: components["schemas"]["RejectedItem"][];
            /**
             * Unchanged
             * @default 0
             */
            unchanged?: number;
        };
        /**
         * Invoice
         * @description One document. `total` and `tax` of a credit note are what was given back; `corrects` is the invoice's number.
         * @example {
         *       "buyer": "Ada Lovelace",
         *       "id": "inv_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "issued_at": "2026-01-05T09:30:00Z",
         *       "kind": "invoice",
         *       "language": "en",
         *       "number": "INV-00042",
         *       "order_id": "ord_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "order_number": "1042",
         *       "reason": "order",
         *       "tax": {
         *         "amount": 2060,
         *         "currency": "EUR"
         *       },
         *       "total": {
         *         "amount": 12900,
         *         "currency": "EUR"
         *       }
         *     }
         */
        Invoice: {
            /** Buyer */
            buyer: string;
            /** Corrects */
            corrects: string | null;
            /** Id */
            id: string;
            /**
             * Issued At
             * Format: date-time
             */
            issued_at: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "invoice" | "credit_note";
            /** Language */
            language: string;
            /** Number */
            number: string;
            /** Order Id */
            order_id: string;
            /** Order Number */
            order_number: string;
            /**
             * Reason
             * @enum {string}
             */
            reason: "order" | "items" | "exchange" | "cancellation" | "return" | "refund";
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
        };
        /**
         * ItemChangeCreate
         * @description Each swap is one piece; the difference is paid by, or goes to, one means of payment.
         * @example {
         *       "payment_method_id": "pm_0198",
         *       "swaps": [
         *         {
         *           "from": "oln_0198",
         *           "to": "var_0199"
         *         }
         *       ]
         *     }
         */
        ItemChangeCreate: {
            /** @description What the customer was shown (see `estimate`): difference_changed when it is another by now. */
            expected_difference?: components["schemas"]["Money"] | null;
            /**
             * Payment Method Id
             * @description One of the customer's saved methods; without it the means that first paid.
             */
            payment_method_id?: string | null;
            /** Swaps */
            swaps: components["schemas"]["SwapWanted"][];
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
         * LineImport
         * @description As it was sold, frozen. The same variant may stand in several lines.
         */
        LineImport: {
            /**
             * Options
             * @default {}
             */
            options?: {
                [key: string]: string;
            };
            /** Product Id */
            product_id: string;
            /**
             * Quantity
             * @default 1
             */
            quantity?: number;
            /** Sku */
            sku?: string | null;
            /** Title */
            title: {
                [key: string]: string;
            };
            unit_price: components["schemas"]["Money"];
            /** Variant Id */
            variant_id: string;
            /**
             * Variant Title
             * @default {}
             */
            variant_title?: {
                [key: string]: string;
            };
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
         * MoneyMoved
         * @description A payment of the customer's, or a refund, with one of the customer's saved payment methods.
         */
        MoneyMoved: {
            amount: components["schemas"]["Money"];
            /** At */
            at?: string | null;
            /** Payment Method Id */
            payment_method_id: string;
            /**
             * Type
             * @enum {string}
             */
            type: "payment" | "refund";
        };
        /**
         * Order
         * @description A deal, frozen as it was made. `number` is given when it is placed; `pending` means paid, not yet processed.
         *
         *     `actions` are the paths under the order that the caller can use now (`cancellation`, `refunds`, `fulfilments` …);
         *     `refundable` is what could still be given back.
         */
        Order: {
            /**
             * Actions
             * @example [
             *       "cancellation"
             *     ]
             */
            actions: string[];
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
            /** Changes */
            changes: components["schemas"]["Change"][];
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
            /** Discounts */
            discounts: components["schemas"]["order_service__app__orders__schemas__DiscountLine"][];
            /** Email */
            email: string | null;
            /** Exchanges */
            exchanges: components["schemas"]["Exchange"][];
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
            refundable: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            /** Refunds */
            refunds: components["schemas"]["Refund"][];
            refusal: components["schemas"]["Refusal"] | null;
            /** Return Until */
            return_until: string | null;
            /** Returns */
            returns: components["schemas"]["Return"][];
            shipping: components["schemas"]["Money"];
            shipping_discount: components["schemas"]["Money"];
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
            /** Tax Lines */
            tax_lines: components["schemas"]["TaxLine"][];
            total: components["schemas"]["Money"];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * DiscountLine
         * @description What one promotion takes off; `code` is null for what counts by itself.
         */
        order_service__app__carts__schemas__DiscountLine: {
            amount: components["schemas"]["Money"];
            /** Code */
            code: string | null;
            /** Name */
            name: string;
            /** Promotion Id */
            promotion_id: string;
        };
        /**
         * DiscountLine
         * @description What one promotion took off; `code` is null for what counted by itself.
         */
        order_service__app__orders__schemas__DiscountLine: {
            amount: components["schemas"]["Money"];
            /** Code */
            code: string | null;
            /** Name */
            name: string;
            /** Promotion Id */
            promotion_id: string;
        };
        /** ShippingMethod */
        order_service__app__orders__schemas__ShippingMethod: {
            /** Code */
            code: string;
            /** Max Days */
            max_days: number | null;
            /** Min Days */
            min_days: number | null;
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
            /** Free From */
            free_from: number | null;
            /** Id */
            id: string;
            /** Max Days */
            max_days: number | null;
            /** Min Days */
            min_days: number | null;
            /** Name */
            name: {
                [key: string]: string;
            };
            /** Position */
            position: number;
            /** Price */
            price: number;
            /** Prices */
            prices: components["schemas"]["ShippingPrice"][] | null;
            /**
             * Tier By
             * @enum {string}
             */
            tier_by: "weight" | "subtotal";
            /** Tiers */
            tiers: components["schemas"]["Tier"][] | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Zones */
            zones: components["schemas"]["Zone"][] | null;
        };
        /**
         * OrderAddress
         * @description All of it; `address2` may be empty. Without a `name` the order keeps the one it has.
         * @example {
         *       "address1": "12 St James's Square",
         *       "address2": "",
         *       "city": "London",
         *       "country": "GB",
         *       "state": "LND",
         *       "zip": "SW1Y 4JH"
         *     }
         */
        OrderAddress: {
            /** Address1 */
            address1: string;
            /** Address2 */
            address2: string;
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
        /** OrderCoupon */
        OrderCoupon: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * OrderImport
         * @description Its total is that of the lines with shipping and tax and without the discount; times default to now.
         */
        OrderImport: {
            address: components["schemas"]["Address"];
            /** Cancel Reason */
            cancel_reason?: string | null;
            /** Cancelled At */
            cancelled_at?: string | null;
            /** Customer Id */
            customer_id: string;
            discount?: components["schemas"]["Money"] | null;
            /** Fulfilments */
            fulfilments?: components["schemas"]["ParcelImport"][];
            /** Id */
            id: string;
            /** Lines */
            lines: components["schemas"]["LineImport"][];
            /** Note */
            note?: string | null;
            /** Payments */
            payments?: components["schemas"]["MoneyMoved"][];
            /** Placed At */
            placed_at?: string | null;
            shipping?: components["schemas"]["Money"] | null;
            /**
             * Status
             * @enum {string}
             */
            status: "pending" | "processed" | "delivered" | "cancelled";
            tax?: components["schemas"]["Money"] | null;
            /**
             * Tax Included
             * @description Whether the prices hold the tax already.
             * @default true
             */
            tax_included?: boolean;
        };
        /**
         * OrderImports
         * @example {
         *       "items": [
         *         {
         *           "address": {
         *             "address1": "215 River Road",
         *             "city": "New York",
         *             "country": "US",
         *             "state": "NY",
         *             "zip": "10083"
         *           },
         *           "customer_id": "james_li_5688",
         *           "fulfilments": [
         *             {
         *               "tracking_number": "357962501027",
         *               "variant_ids": [
         *                 "6469567736"
         *               ]
         *             }
         *           ],
         *           "id": "#W2611340",
         *           "lines": [
         *             {
         *               "options": {
         *                 "capacity": "1000ml"
         *               },
         *               "product_id": "8310926033",
         *               "title": "Water Bottle",
         *               "unit_price": {
         *                 "amount": 4784,
         *                 "currency": "USD"
         *               },
         *               "variant_id": "6469567736"
         *             }
         *           ],
         *           "payments": [
         *             {
         *               "amount": {
         *                 "amount": 4784,
         *                 "currency": "USD"
         *               },
         *               "payment_method_id": "gift_card_1725971",
         *               "type": "payment"
         *             }
         *           ],
         *           "status": "processed"
         *         }
         *       ]
         *     }
         */
        OrderImports: {
            /** Items */
            items: components["schemas"]["OrderImport"][];
        };
        /**
         * OrderLine
         * @description One line as it was sold. Of its pieces so many were `fulfilled` (sent), `refunded`, `restocked`; `to_send`.
         */
        OrderLine: {
            discount: components["schemas"]["Money"];
            /** Discounts */
            discounts: components["schemas"]["order_service__app__orders__schemas__DiscountLine"][];
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
            /** Tax Rate Bp */
            tax_rate_bp: number | null;
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
        /** Page[HistoryEntry] */
        Page_HistoryEntry_: {
            /** Items */
            items: components["schemas"]["HistoryEntry"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[Invoice] */
        Page_Invoice_: {
            /** Items */
            items: components["schemas"]["Invoice"][];
            /** Next Cursor */
            next_cursor?: string | null;
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
        /** Page[WebhookDelivery] */
        Page_WebhookDelivery_: {
            /** Items */
            items: components["schemas"]["WebhookDelivery"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[WebhookEndpoint] */
        Page_WebhookEndpoint_: {
            /** Items */
            items: components["schemas"]["WebhookEndpoint"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * ParcelImport
         * @description One entry of `variant_ids` for each piece that was sent.
         */
        ParcelImport: {
            /** Carrier */
            carrier?: string | null;
            /** Delivered At */
            delivered_at?: string | null;
            /** Shipped At */
            shipped_at?: string | null;
            /** Tracking Number */
            tracking_number?: string | null;
            /** Variant Ids */
            variant_ids: string[];
        };
        /**
         * PaymentChangeCreate
         * @description Another of the customer's saved methods.
         * @example {
         *       "payment_method_id": "pm_0198"
         *     }
         */
        PaymentChangeCreate: {
            /** Payment Method Id */
            payment_method_id: string;
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
         *
         *     With a `publishable_key` the token comes from POST /api/v1/checkouts/card-payments, and the provider's own form in
         *     the browser confirms it.
         */
        PaymentOption: {
            /** Hint */
            hint: string;
            /** Name */
            name: string;
            /** Provider */
            provider: string;
            /** Publishable Key */
            publishable_key: string | null;
            /** Test */
            test: boolean;
            /** Tokens */
            tokens: components["schemas"]["PaymentToken"][];
        };
        /**
         * PaymentOptions
         * @description `saved`: the providers of which a checkout takes methods saved in the caller's account.
         */
        PaymentOptions: {
            /** Items */
            items: components["schemas"]["PaymentOption"][];
            /** Saved */
            saved: string[];
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
        /** Pieces */
        Pieces: {
            /** Line Id */
            line_id: string;
            /** Quantity */
            quantity: number;
            /** Variant Id */
            variant_id: string;
        };
        /**
         * PreviewDestination
         * @description Where it goes; taxes and shipping depend on it.
         */
        PreviewDestination: {
            /** Country */
            country: string;
            /**
             * State
             * @default
             */
            state?: string;
            /**
             * Zip
             * @default
             */
            zip?: string;
        };
        /** PreviewedLine */
        PreviewedLine: {
            discount: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
        };
        /**
         * PreviewLine
         * @description So many pieces at a price (minor units); of which product and categories, where the promotion asks for it.
         */
        PreviewLine: {
            /**
             * Category Ids
             * @default []
             */
            category_ids?: string[];
            /** Product Id */
            product_id?: string | null;
            /**
             * Quantity
             * @default 1
             */
            quantity?: number;
            /**
             * Tax Class
             * @default standard
             */
            tax_class?: string;
            /** Unit Price */
            unit_price: number;
            /**
             * Weight Grams
             * @default 0
             */
            weight_grams?: number;
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
         * @description `uses` counts the orders that have it; `state` is what it comes to right now. Empty lists restrict nothing.
         */
        Promotion: {
            /** Active */
            active: boolean;
            /** Amounts */
            amounts: components["schemas"]["PromotionAmounts"][];
            /** Automatic */
            automatic: boolean;
            /** Buy Category Ids */
            buy_category_ids: string[];
            /** Buy Product Ids */
            buy_product_ids: string[];
            /** Buy Quantity */
            buy_quantity: number;
            /** Category Ids */
            category_ids: string[];
            /** Code */
            code: string | null;
            /** Combinable */
            combinable: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Currency */
            currency: string;
            /** Customer Groups */
            customer_groups: string[];
            /** Ends At */
            ends_at: string | null;
            /** Get Quantity */
            get_quantity: number;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "percent" | "amount" | "free_shipping" | "buy_x_get_y";
            /** Max Uses */
            max_uses: number | null;
            /** Max Uses Per Customer */
            max_uses_per_customer: number | null;
            /** Minimum Quantity */
            minimum_quantity: number;
            /** Minimum Subtotal */
            minimum_subtotal: number;
            /** Most Times */
            most_times: number | null;
            /** Name */
            name: {
                [key: string]: string;
            };
            /** Priority */
            priority: number;
            /** Product Ids */
            product_ids: string[];
            /** Shipping Codes */
            shipping_codes: string[];
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
         * PromotionAmounts
         * @description What it takes off (of kind amount), and from which worth on, in another currency.
         */
        PromotionAmounts: {
            /** Currency */
            currency: string;
            /**
             * Minimum Subtotal
             * @default 0
             */
            minimum_subtotal?: number;
            /**
             * Value
             * @description Of kind amount only; a share is the same in every currency.
             */
            value?: number | null;
        };
        /**
         * PromotionCreate
         * @description Codes are the same in any case; without one it counts by itself.
         * @example {
         *       "code": "SPRING",
         *       "combinable": true,
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
            /**
             * Amounts
             * @description In other currencies; without, fixed amounts and minimums count in its own only.
             * @default []
             */
            amounts?: components["schemas"]["PromotionAmounts"][];
            /**
             * Buy Category Ids
             * @default []
             */
            buy_category_ids?: string[];
            /**
             * Buy Product Ids
             * @description What is to be bought; none: the goods it is for.
             * @default []
             */
            buy_product_ids?: string[];
            /**
             * Buy Quantity
             * @description buy_x_get_y: so many pieces are paid, …
             * @default 0
             */
            buy_quantity?: number;
            /**
             * Category Ids
             * @description Categories, with all below them.
             * @default []
             */
            category_ids?: string[];
            /**
             * Code
             * @description What shoppers type; none: it counts by itself.
             */
            code?: string | null;
            /**
             * Combinable
             * @description Whether others may count beside it; else it stands alone.
             * @default false
             */
            combinable?: boolean;
            /**
             * Currency
             * @description Of `value` and `minimum_subtotal`; default the shop's.
             */
            currency?: string | null;
            /**
             * Customer Groups
             * @description Who may have it; none: all.
             * @default []
             */
            customer_groups?: string[];
            /**
             * Ends At
             * @description From this moment on it does not count any more.
             */
            ends_at?: string | null;
            /**
             * Get Quantity
             * @description … so many are got, the cheapest of the goods it is for.
             * @default 0
             */
            get_quantity?: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "percent" | "amount" | "free_shipping" | "buy_x_get_y";
            /**
             * Max Uses
             * @description By all customers together.
             */
            max_uses?: number | null;
            /** Max Uses Per Customer */
            max_uses_per_customer?: number | null;
            /**
             * Minimum Quantity
             * @description Pieces of the goods it is for.
             * @default 0
             */
            minimum_quantity?: number;
            /**
             * Minimum Subtotal
             * @description Worth of the goods it is for, before discounts.
             * @default 0
             */
            minimum_subtotal?: number;
            /**
             * Most Times
             * @description buy_x_get_y: how often in one order.
             */
            most_times?: number | null;
            /**
             * Name
             * @description What the shopper reads; the code when left out.
             */
            name?: {
                [key: string]: string;
            } | null;
            /**
             * Priority
             * @description The highest wins and counts first; among equals what takes most off.
             * @default 0
             */
            priority?: number;
            /**
             * Product Ids
             * @description With `category_ids` the goods it is for; none: all.
             * @default []
             */
            product_ids?: string[];
            /**
             * Shipping Codes
             * @description free_shipping: the shipping methods it is for; none: all.
             * @default []
             */
            shipping_codes?: string[];
            /** Starts At */
            starts_at?: string | null;
            /**
             * Value
             * @description Minor units (amount), else basis points: 1000 is 10 % of the goods (percent); of the shipping (free_shipping) or of each piece that is got (buy_x_get_y), both wholly free when left out.
             */
            value?: number | null;
        };
        /**
         * PromotionPreview
         * @description What the cart would pay with the promotion and what counts by itself, and what it pays `without` it.
         *
         *     `problem` says why the promotion takes nothing off. How often it was used is not looked at.
         */
        PromotionPreview: {
            /** Discounts */
            discounts: components["schemas"]["order_service__app__carts__schemas__DiscountLine"][];
            /** Lines */
            lines: components["schemas"]["PreviewedLine"][];
            problem: components["schemas"]["CouponProblem"] | null;
            /** Tax Lines */
            tax_lines: components["schemas"]["TaxLine"][];
            totals: components["schemas"]["Totals"];
            without: components["schemas"]["Totals"];
        };
        /**
         * PromotionPreviewCreate
         * @description A promotion as it is written, or one that is there already, and a cart it is tried on.
         * @example {
         *       "lines": [
         *         {
         *           "quantity": 1,
         *           "unit_price": 5000
         *         }
         *       ],
         *       "promotion": {
         *         "code": "SPRING",
         *         "kind": "percent",
         *         "value": 1000
         *       },
         *       "shipping_method": "standard"
         *     }
         */
        PromotionPreviewCreate: {
            /**
             * Currency
             * @description The shop's.
             */
            currency?: string | null;
            /**
             * Customer Groups
             * @default []
             */
            customer_groups?: string[];
            destination?: components["schemas"]["PreviewDestination"] | null;
            /** Lines */
            lines: components["schemas"]["PreviewLine"][];
            promotion?: components["schemas"]["PromotionCreate"] | null;
            /** Promotion Id */
            promotion_id?: string | null;
            /** Shipping Method */
            shipping_method?: string | null;
        };
        /**
         * PromotionUpdate
         * @description Only what is named changes. With another code, carts that hold the old one are told that it is unknown.
         * @example {
         *       "active": false
         *     }
         */
        PromotionUpdate: {
            /** Active */
            active?: boolean;
            /**
             * Amounts
             * @description In other currencies; without, fixed amounts and minimums count in its own only.
             */
            amounts?: components["schemas"]["PromotionAmounts"][];
            /** Buy Category Ids */
            buy_category_ids?: string[];
            /** Buy Product Ids */
            buy_product_ids?: string[];
            /** Buy Quantity */
            buy_quantity?: number;
            /** Category Ids */
            category_ids?: string[];
            /**
             * Code
             * @description null: from now on it counts by itself.
             */
            code?: string | null;
            /** Combinable */
            combinable?: boolean;
            /** Customer Groups */
            customer_groups?: string[];
            /** Ends At */
            ends_at?: string | null;
            /** Get Quantity */
            get_quantity?: number;
            /**
             * Kind
             * @enum {string}
             */
            kind?: "percent" | "amount" | "free_shipping" | "buy_x_get_y";
            /** Max Uses */
            max_uses?: number | null;
            /** Max Uses Per Customer */
            max_uses_per_customer?: number | null;
            /** Minimum Quantity */
            minimum_quantity?: number;
            /** Minimum Subtotal */
            minimum_subtotal?: number;
            /** Most Times */
            most_times?: number | null;
            /** Name */
            name?: {
                [key: string]: string;
            };
            /** Priority */
            priority?: number;
            /** Product Ids */
            product_ids?: string[];
            /** Shipping Codes */
            shipping_codes?: string[];
            /** Starts At */
            starts_at?: string | null;
            /** Value */
            value?: number;
        };
        /**
         * ReceivedLine
         * @description So many pieces came; `restocked` of them (all, when left out) go on the shelf.
         */
        ReceivedLine: {
            /** Line Id */
            line_id: string;
            /** Quantity */
            quantity: number;
            /** Restocked */
            restocked?: number | null;
        };
        /**
         * ReceivedPieces
         * @description So many came, and so many of them went on the shelf.
         */
        ReceivedPieces: {
            /** Line Id */
            line_id: string;
            /** Quantity */
            quantity: number;
            /** Restocked */
            restocked: number;
            /** Variant Id */
            variant_id: string;
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
         * RejectedItem
         * @description Nothing of this record was taken; `index` is its place in the batch.
         */
        RejectedItem: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Id */
            id: string;
            /** Index */
            index: number;
        };
        /**
         * Rejection
         * @description What the customer is told.
         * @example {
         *       "reason": "The goods were used."
         *     }
         */
        Rejection: {
            /** Reason */
            reason: string;
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
         * Return
         * @description `amount` goes to `refund_to` (or the means that first paid) once the goods were received.
         */
        Return: {
            amount: components["schemas"]["Money"];
            /** By Staff */
            by_staff: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Decided At */
            decided_at: string | null;
            /** Id */
            id: string;
            /** Lines */
            lines: components["schemas"]["Pieces"][];
            /** Method */
            method: string | null;
            /** Reason */
            reason: string | null;
            /** Received */
            received: components["schemas"]["ReceivedPieces"][] | null;
            /** Refund To */
            refund_to: string | null;
            /** Settled */
            settled: boolean;
            /**
             * State
             * @enum {string}
             */
            state: "requested" | "received" | "rejected";
        };
        /**
         * ReturnCreate
         * @description Each item is one piece, named by its line or its variant.
         * @example {
         *       "items": [
         *         "oln_0198",
         *         "oln_0199"
         *       ],
         *       "refund_to": "pm_0198"
         *     }
         */
        ReturnCreate: {
            /** Items */
            items: string[];
            /**
             * Refund To
             * @description The method that first paid, or one of the customer's gift cards; the former when left out.
             */
            refund_to?: string | null;
        };
        /**
         * ReturnReceipt
         * @description What came; without `lines` all that was announced, which goes on the shelf unless `restock` is false.
         * @example {
         *       "lines": [
         *         {
         *           "line_id": "oln_0198",
         *           "quantity": 2,
         *           "restocked": 1
         *         }
         *       ]
         *     }
         */
        ReturnReceipt: {
            /** Lines */
            lines?: components["schemas"]["ReceivedLine"][] | null;
            /**
             * Restock
             * @default true
             */
            restock?: boolean;
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
            /**
             * Currencies
             * @description Those there is something to report in, the shop's own first.
             */
            currencies: string[];
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
         *
         *     Of the sales history: `history sale`, `history credit`, `history write_off`; products as `history:` and their code,
         *     whose revenue is what was invoiced less what was credited.
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
         * @description Prices are in minor units of `currency`; the goods' worth is what is paid for them, after discounts.
         * @example {
         *       "code": "parcel",
         *       "currency": "EUR",
         *       "free_from": 10000,
         *       "max_days": 4,
         *       "min_days": 2,
         *       "name": {
         *         "en": "Parcel",
         *         "zh": "包裹"
         *       },
         *       "price": 490,
         *       "prices": [
         *         {
         *           "currency": "USD",
         *           "free_from": 12000,
         *           "price": 590
         *         }
         *       ],
         *       "tiers": [
         *         {
         *           "price": 490,
         *           "up_to": 5000
         *         },
         *         {
         *           "price": 990,
         *           "up_to": 31500
         *         }
         *       ],
         *       "zones": [
         *         {
         *           "country": "DE"
         *         },
         *         {
         *           "country": "AT"
         *         }
         *       ]
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
            /** Free From */
            free_from?: number | null;
            /** Max Days */
            max_days?: number | null;
            /** Min Days */
            min_days?: number | null;
            /** Name */
            name: {
                [key: string]: string;
            };
            /**
             * Position
             * @default 0
             */
            position?: number;
            /**
             * Price
             * @default 0
             */
            price?: number;
            /**
             * Prices
             * @description In other currencies: in one that is not named it is not offered.
             * @default []
             */
            prices?: components["schemas"]["ShippingPrice"][];
            /**
             * Tier By
             * @default weight
             * @enum {string}
             */
            tier_by?: "weight" | "subtotal";
            /**
             * Tiers
             * @description By `tier_by`; none: `price` for everything. Beyond the last it is not offered.
             * @default []
             */
            tiers?: components["schemas"]["Tier"][];
            /**
             * Zones
             * @description Where it goes; none is everywhere.
             * @default []
             */
            zones?: components["schemas"]["Zone"][];
        };
        /**
         * ShippingMethodUpdate
         * @description Only what is named changes; null is no value, but for `free_from` and the days: not known any more.
         */
        ShippingMethodUpdate: {
            /** Active */
            active?: boolean;
            /** Currency */
            currency?: string;
            /** Free From */
            free_from?: number | null;
            /** Max Days */
            max_days?: number | null;
            /** Min Days */
            min_days?: number | null;
            /** Name */
            name?: {
                [key: string]: string;
            };
            /** Position */
            position?: number;
            /** Price */
            price?: number;
            /**
             * Prices
             * @description In other currencies: in one that is not named it is not offered.
             */
            prices?: components["schemas"]["ShippingPrice"][];
            /**
             * Tier By
             * @enum {string}
             */
            tier_by?: "weight" | "subtotal";
            /**
             * Tiers
             * @description By `tier_by`; none: `price` for everything. Beyond the last it is not offered.
             */
            tiers?: components["schemas"]["Tier"][];
            /**
             * Zones
             * @description Where it goes; none is everywhere.
             */
            zones?: components["schemas"]["Zone"][];
        };
        /** ShippingOffer */
        ShippingOffer: {
            /** Code */
            code: string;
            /** Max Days */
            max_days: number | null;
            /**
             * Min Days
             * @description How long it takes.
             */
            min_days: number | null;
            /** Name */
            name: string;
            price: components["schemas"]["Money"];
        };
        /**
         * ShippingPrice
         * @description What a method costs in another currency; its tiers are by the method's `tier_by`.
         */
        ShippingPrice: {
            /** Currency */
            currency: string;
            /** Free From */
            free_from?: number | null;
            /**
             * Price
             * @default 0
             */
            price?: number;
            /**
             * Tiers
             * @description By `tier_by`; none: `price` for everything. Beyond the last it is not offered.
             * @default []
             */
            tiers?: components["schemas"]["Tier"][];
        };
        /**
         * ShippingProblem
         * @description Why the chosen shipping method does not do; nothing is asked for it, and the checkout refuses it.
         */
        ShippingProblem: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /**
             * Reason
             * @enum {string}
             */
            reason: "destination" | "weight" | "subtotal" | "currency";
        };
        /** Swap */
        Swap: {
            /** From Variant Id */
            from_variant_id: string;
            /** Line Id */
            line_id: string;
            /** Options */
            options: unknown;
            /** Title */
            title: string;
            /** To Variant Id */
            to_variant_id: string;
            unit_price: components["schemas"]["Money"];
            /** Variant Title */
            variant_title: string;
        };
        /**
         * SwapWanted
         * @description One piece, named by its line or its variant, for one of another variant of the same product.
         */
        SwapWanted: {
            /** From */
            from: string;
            /** To */
            to: string;
        };
        /**
         * TaxLine
         * @description So much tax on a net `base`; `rate_bp` in basis points.
         */
        TaxLine: {
            amount: components["schemas"]["Money"];
            base: components["schemas"]["Money"];
            /** Name */
            name: string;
            /** Rate Bp */
            rate_bp: number;
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
            /** Tax Class */
            tax_class: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Zip Prefix */
            zip_prefix: string;
        };
        /**
         * TaxRateCreate
         * @description `*` stands for every country, state or postal code. The most exactly named region of a tax class wins.
         *
         *     `standard` is the class of products that name none; a class without a rate has the standard one, `zero` none.
         * @example {
         *       "country": "DE",
         *       "name": {
         *         "en": "VAT",
         *         "zh": "增值税"
         *       },
         *       "rate_bp": 700,
         *       "tax_class": "reduced"
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
             * @description Whether prices contain it; the standard rate's word counts for all.
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
            /**
             * Tax Class
             * @default standard
             */
            tax_class?: string;
            /**
             * Zip Prefix
             * @description The beginning of the postal codes it is for.
             * @default *
             */
            zip_prefix?: string;
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
         * Tier
         * @description What it costs up to so many grams, or minor units of goods; `up_to` null is without end.
         */
        Tier: {
            /** Price */
            price: number;
            /** Up To */
            up_to: number | null;
        };
        /** Timeline */
        Timeline: {
            /** Items */
            items: components["schemas"]["TimelineEvent"][];
        };
        /**
         * TimelineEvent
         * @description `reference` is the payment, refund, fulfilment, change, return or exchange that it was about.
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
            type: "created" | "placed" | "refused" | "payment_review" | "paid" | "shipped" | "delivered" | "cancelled" | "refund_decided" | "refunded" | "address_changed" | "payment_changed" | "items_changed" | "return_requested" | "return_received" | "return_rejected" | "exchange_requested" | "exchange_completed" | "exchange_rejected";
        };
        /**
         * Totals
         * @description `total` = subtotal − discount + shipping, and tax on top of it unless `tax_included`. `shipping` is what is
         *     paid for it, after `shipping_discount`.
         */
        Totals: {
            discount: components["schemas"]["Money"];
            shipping: components["schemas"]["Money"];
            shipping_discount: components["schemas"]["Money"];
            subtotal: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            /** Tax Included */
            tax_included: boolean;
            total: components["schemas"]["Money"];
        };
        /**
         * WebhookAttempt
         * @description `error` says why there is no answer: address_not_allowed, unknown_host, not_reachable, tls, timeout …
         */
        WebhookAttempt: {
            /**
             * Answer
             * @description The first 2 kB.
             */
            answer: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Error */
            error: string | null;
            /** Latency Ms */
            latency_ms: number;
            /** Status Code */
            status_code: number | null;
        };
        /**
         * WebhookDelivery
         * @description `event_id` is the `webhook-id` of every attempt. `next_attempt_at` is null once it is delivered or given up.
         */
        WebhookDelivery: {
            /** Attempts */
            attempts: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Ended At */
            ended_at: string | null;
            /** Endpoint Id */
            endpoint_id: string;
            /** Event Id */
            event_id: string;
            /** Id */
            id: string;
            /** Last Error */
            last_error: string | null;
            /** Last Status Code */
            last_status_code: number | null;
            /** Next Attempt At */
            next_attempt_at: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "pending" | "delivered" | "failed";
            /** Subject Id */
            subject_id: string;
            /** Type */
            type: string;
        };
        /** WebhookDeliveryDetail */
        WebhookDeliveryDetail: {
            /** Attempts */
            attempts: number;
            /**
             * Body
             * @description What is sent, byte by byte.
             */
            body: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Ended At */
            ended_at: string | null;
            /** Endpoint Id */
            endpoint_id: string;
            /** Event Id */
            event_id: string;
            /** Id */
            id: string;
            /** Last Error */
            last_error: string | null;
            /** Last Status Code */
            last_status_code: number | null;
            /**
             * Log
             * @description The latest 100 attempts, the last one first.
             */
            log: components["schemas"]["WebhookAttempt"][];
            /** Next Attempt At */
            next_attempt_at: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "pending" | "delivered" | "failed";
            /** Subject Id */
            subject_id: string;
            /** Type */
            type: string;
        };
        /**
         * WebhookEndpoint
         * @description `disabled_reason`: `gone` when it answered 410, `failing` after days of nothing but failures, else the staff.
         *
         *     While it is disabled nothing new is kept for it; what was pending waits.
         */
        WebhookEndpoint: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string;
            /** Disabled At */
            disabled_at: string | null;
            /** Disabled Reason */
            disabled_reason: ("gone" | "failing") | null;
            /** Enabled */
            enabled: boolean;
            /** Event Types */
            event_types: string[] | null;
            /**
             * Failing Since
             * @description The first of the failures since it last answered well.
             */
            failing_since: string | null;
            /** Id */
            id: string;
            /**
             * Old Secrets Until
             * @description Until then an earlier secret signs beside the present one.
             */
            old_secrets_until: string | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Url */
            url: string;
        };
        /**
         * WebhookEndpointCreate
         * @description `event_types` left out or null means all, those that are added later too.
         * @example {
         *       "description": "Customer relations",
         *       "event_types": [
         *         "order.placed",
         *         "payment.refunded"
         *       ],
         *       "url": "https://crm.example/hooks/shop"
         *     }
         */
        WebhookEndpointCreate: {
            /**
             * Description
             * @default
             */
            description?: string;
            /**
             * Enabled
             * @default true
             */
            enabled?: boolean;
            /** Event Types */
            event_types?: string[] | null;
            /**
             * Url
             * @description https; plain http only in development. Redirects are not followed.
             */
            url: string;
        };
        /**
         * WebhookEndpointUpdate
         * @description Only what is named changes.
         * @example {
         *       "enabled": true
         *     }
         */
        WebhookEndpointUpdate: {
            /** Description */
            description?: string;
            /** Enabled */
            enabled?: boolean;
            /** Event Types */
            event_types?: string[] | null;
            /** Url */
            url?: string;
        };
        /**
         * WebhookEndpointWithSecret
         * @description The only answer that holds the secret.
         */
        WebhookEndpointWithSecret: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string;
            /** Disabled At */
            disabled_at: string | null;
            /** Disabled Reason */
            disabled_reason: ("gone" | "failing") | null;
            /** Enabled */
            enabled: boolean;
            /** Event Types */
            event_types: string[] | null;
            /**
             * Failing Since
             * @description The first of the failures since it last answered well.
             */
            failing_since: string | null;
            /** Id */
            id: string;
            /**
             * Old Secrets Until
             * @description Until then an earlier secret signs beside the present one.
             */
            old_secrets_until: string | null;
            /**
             * Secret
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Url */
            url: string;
        };
        /** WebhookEventType */
        WebhookEventType: {
            /** Name */
            name: string;
            /** Source */
            source: string;
            /** Type */
            type: string;
        };
        /** WebhookEventTypes */
        WebhookEventTypes: {
            /** Items */
            items: components["schemas"]["WebhookEventType"][];
        };
        /**
         * Zone
         * @description A country; without `states` all of it.
         */
        Zone: {
            /** Country */
            country: string;
            /**
             * States
             * @default []
             */
            states?: string[];
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
            /** @description coupon_not_started, coupon_expired, coupon_used_up, coupon_already_used, coupon_not_for_you, coupon_minimum_not_reached (with `minimum` and `missing`), coupon_quantity_not_reached, too_many_coupons, coupon_not_for_these_goods, coupon_other_currency, coupon_not_combined; `detail` is for people */
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
    add_coupon_api_v1_carts__cart_id__coupons_post: {
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
                "application/json": components["schemas"]["CouponAdded"];
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
            /** @description unknown_coupon */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description coupon_not_started, coupon_expired, coupon_used_up, coupon_already_used, coupon_not_for_you, coupon_minimum_not_reached (with `minimum` and `missing`), coupon_quantity_not_reached, too_many_coupons, coupon_not_for_these_goods, coupon_other_currency, coupon_not_combined; `detail` is for people */
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
    remove_coupon_api_v1_carts__cart_id__coupons__code__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cart_id: string;
                code: string;
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
    set_currency_api_v1_carts__cart_id__currency_put: {
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
                "application/json": components["schemas"]["CurrencyChoice"];
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
            /** @description not_for_sale_in_currency, with `lines`: the cart stays as it was */
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
            /** @description shipping_not_available, with `reason`: destination, weight, subtotal */
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
    prepare_card_payment_api_v1_checkouts_card_payments_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardPaymentCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardPayment"];
                };
            };
            /** @description no_card_payments, or no such cart */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description price_changed, cart_changed, cart_empty, already_ordered, out_of_stock, shipping_not_available, coupon_not_valid, amount_not_payable, card_payment_refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description address_required, shipping_method_required, or a field is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description card_payments_away */
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
    export_invoices_api_v1_exports_invoices_csv_get: {
        parameters: {
            query?: {
                issued_from?: string | null;
                issued_to?: string | null;
                kind?: ("invoice" | "credit_note") | null;
                /** @description The document's, or its order's. */
                number?: string | null;
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
    list_invoices_api_v1_invoices_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                issued_from?: string | null;
                issued_to?: string | null;
                kind?: ("invoice" | "credit_note") | null;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description The document's, or its order's. */
                number?: string | null;
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
                    "application/json": components["schemas"]["Page_Invoice_"];
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
    read_invoice_api_v1_invoices__invoice_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoice_id: string;
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
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            /** @description no_such_invoice */
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
    print_invoice_api_v1_invoices__invoice_id__pdf_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description no_such_invoice */
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
    replace_address_api_v1_orders__order_id__address_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderAddress"];
            };
        };
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
            /** @description order_not_pending, change_in_progress, checkout_in_progress */
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
    request_exchange_api_v1_orders__order_id__exchanges_post: {
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
                "application/json": components["schemas"]["ExchangeCreate"];
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
            /** @description order_not_delivered, already_requested, unknown_piece, too_many_pieces, other_product, out_of_stock, insufficient_balance, change_in_progress … */
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
    complete_exchange_api_v1_orders__order_id__exchanges__exchange_id__completion_post: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, new for every intent: the same key and body always get the same reply. */
                "Idempotency-Key": string;
            };
            path: {
                exchange_id: string;
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ExchangeCompletion"] | null;
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
            /** @description The outcome is still open: read the order until no change is `running`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The difference was declined; the exchange stays as it was. */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description nothing_requested, out_of_stock, insufficient_balance, change_in_progress … */
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
    reject_exchange_api_v1_orders__order_id__exchanges__exchange_id__rejection_post: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, new for every intent: the same key and body always get the same reply. */
                "Idempotency-Key": string;
            };
            path: {
                exchange_id: string;
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rejection"];
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
            /** @description nothing_requested … */
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
    estimate_exchange_api_v1_orders__order_id__exchanges_estimate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExchangeCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Estimate"];
                };
            };
            /** @description order_not_delivered, already_requested, out_of_stock … */
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
    list_invoices_of_order_api_v1_orders__order_id__invoices_get: {
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
                    "application/json": components["schemas"]["Page_Invoice_"];
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
    change_items_api_v1_orders__order_id__item_changes_post: {
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
                "application/json": components["schemas"]["ItemChangeCreate"];
            };
        };
        responses: {
            /** @description Changed; the difference is paid or on its way back. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The outcome is still open: read the order until no change is `running`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The payment was declined; nothing was changed. */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description order_not_pending, change_in_progress, unknown_piece, too_many_pieces, other_product, out_of_stock, insufficient_balance, price_changed … */
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
    estimate_item_change_api_v1_orders__order_id__item_changes_estimate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemChangeCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Estimate"];
                };
            };
            /** @description order_not_pending, change_in_progress, unknown_piece, too_many_pieces, other_product, out_of_stock, insufficient_balance, price_changed … */
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
    change_payment_api_v1_orders__order_id__payment_change_post: {
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
                "application/json": components["schemas"]["PaymentChangeCreate"];
            };
        };
        responses: {
            /** @description Paid in the other way; the first payment is on its way back. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The outcome is still open: read the order until no change is `running`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The payment was declined; nothing was changed. */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown_payment_method, or no such order. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description order_not_pending, change_in_progress, not_one_payment, same_payment_method, insufficient_balance … */
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
    request_return_api_v1_orders__order_id__returns_post: {
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
                "application/json": components["schemas"]["ReturnCreate"];
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
            /** @description order_not_delivered, already_requested, unknown_piece, too_many_pieces, wrong_refund_method, change_in_progress … */
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
    receive_return_api_v1_orders__order_id__returns__return_id__receipt_post: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, new for every intent: the same key and body always get the same reply. */
                "Idempotency-Key": string;
            };
            path: {
                order_id: string;
                return_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReturnReceipt"] | null;
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
            /** @description nothing_requested, not_announced … */
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
    reject_return_api_v1_orders__order_id__returns__return_id__rejection_post: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, new for every intent: the same key and body always get the same reply. */
                "Idempotency-Key": string;
            };
            path: {
                order_id: string;
                return_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rejection"];
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
            /** @description nothing_requested … */
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
    estimate_return_api_v1_orders__order_id__returns_estimate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Estimate"];
                };
            };
            /** @description order_not_delivered, already_requested, wrong_refund_method … */
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
    import_orders_api_v1_orders_imports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderImports"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
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
    take_stripe_notice_api_v1_payments_webhooks_stripe_post: {
        parameters: {
            query?: never;
            header?: {
                "Stripe-Signature"?: string;
            };
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
                    /**
                     * @example {
                     *       "received": true
                     *     }
                     */
                    "application/json": unknown;
                };
            };
            /** @description bad_signature, malformed_notice */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description notices_not_set_up */
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
    list_promotions_api_v1_promotions_get: {
        parameters: {
            query?: {
                /** @description As the staff switched it. */
                active?: boolean | null;
                /** @description Whether it counts without a code. */
                automatic?: boolean | null;
                combinable?: boolean | null;
                cursor?: string | null;
                kind?: ("percent" | "amount" | "free_shipping" | "buy_x_get_y") | null;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description A part of the code or the name. */
                q?: string | null;
                /** @description Whether it counts at this moment. */
                running?: boolean | null;
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
    preview_promotion_api_v1_promotions_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromotionPreviewCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionPreview"];
                };
            };
            /** @description no such promotion */
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
    dashboard_api_v1_reports_dashboard_get: {
        parameters: {
            query?: {
                /** @description Only what was sold in it: no two are ever added up. Default the shop's own. */
                currency?: string | null;
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
                /** @description Only what was sold in it: no two are ever added up. Default the shop's own. */
                currency?: string | null;
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
    list_sales_history_api_v1_sales_history_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                customer_id?: string | null;
                issued_from?: string | null;
                issued_to?: string | null;
                kind?: ("sale" | "credit" | "write_off") | null;
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
                    "application/json": components["schemas"]["Page_HistoryEntry_"];
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
    read_sales_invoice_api_v1_sales_history__invoice_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoice_id: string;
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
                    "application/json": components["schemas"]["HistoryInvoice"];
                };
            };
            /** @description no_such_invoice */
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
    import_sales_history_api_v1_sales_history_imports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HistoryImports"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
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
    list_webhook_endpoints_api_v1_webhook_endpoints_get: {
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
                    "application/json": components["schemas"]["Page_WebhookEndpoint_"];
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
    create_webhook_endpoint_api_v1_webhook_endpoints_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEndpointCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description too_many_webhook_endpoints */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description address_not_allowed, unknown_event_type, invalid_input */
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
    read_webhook_endpoint_api_v1_webhook_endpoints__endpoint_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpoint_id: string;
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
                    "application/json": components["schemas"]["WebhookEndpoint"];
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
    remove_webhook_endpoint_api_v1_webhook_endpoints__endpoint_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpoint_id: string;
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
    change_webhook_endpoint_api_v1_webhook_endpoints__endpoint_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEndpointUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description address_not_allowed, unknown_event_type, invalid_input */
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
    list_webhook_deliveries_api_v1_webhook_endpoints__endpoint_id__deliveries_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
                status?: ("pending" | "delivered" | "failed") | null;
                /** @description An event type. */
                type?: string | null;
            };
            header?: never;
            path: {
                endpoint_id: string;
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
                    "application/json": components["schemas"]["Page_WebhookDelivery_"];
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
    read_webhook_delivery_api_v1_webhook_endpoints__endpoint_id__deliveries__delivery_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
                endpoint_id: string;
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
                    "application/json": components["schemas"]["WebhookDeliveryDetail"];
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
    resend_webhook_delivery_api_v1_webhook_endpoints__endpoint_id__deliveries__delivery_id__resend_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
                endpoint_id: string;
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
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description webhook_endpoint_disabled */
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
    rotate_webhook_secret_api_v1_webhook_endpoints__endpoint_id__secret_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpoint_id: string;
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
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description rotated_too_often */
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
    test_webhook_endpoint_api_v1_webhook_endpoints__endpoint_id__test_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpoint_id: string;
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
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description webhook_endpoint_disabled */
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
    list_webhook_event_types_api_v1_webhook_endpoints_event_types_get: {
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
                    "application/json": components["schemas"]["WebhookEventTypes"];
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
