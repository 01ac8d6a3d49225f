export interface paths {
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Categories
         * @description Categories in the order staff gave them; `texts=all` gives staff every language.
         */
        get: operations["list_categories_api_v1_categories_get"];
        put?: never;
        /** Category Create */
        post: operations["category_create_api_v1_categories_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/{category_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Category */
        get: operations["read_category_api_v1_categories__category_id__get"];
        put?: never;
        post?: never;
        /**
         * Delete Category
         * @description Remove an empty shelf; 409 `category_in_use` says what still stands on it.
         */
        delete: operations["delete_category_api_v1_categories__category_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Category Update */
        patch: operations["category_update_api_v1_categories__id__patch"];
        trace?: never;
    };
    "/api/v1/categories/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Order Categories
         * @description Put these categories first, in this order.
         */
        put: operations["order_categories_api_v1_categories_order_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/products.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Products
         * @description The whole catalogue in the columns an import reads; importing it again changes nothing.
         */
        get: operations["export_products_api_v1_exports_products_csv_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/stock.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Stock
         * @description What lies on the shelves, a row for each variant.
         */
        get: operations["export_stock_api_v1_exports_stock_csv_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Imports
         * @description Imports, the latest first.
         */
        get: operations["list_imports_api_v1_imports_get"];
        put?: never;
        /**
         * Start Import
         * @description Take a catalogue file in. Quantities are the stock of new variants; with `inventory=set` of known ones too.
         *
         *     The form is read here and not declared, since a declared body is read before the caller is known.
         */
        post: operations["start_import_api_v1_imports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Import
         * @description How far an import is, and the first rows it could not take.
         */
        get: operations["read_import_api_v1_imports__import_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rejected
         * @description The rows an import could not take, in pages.
         */
        get: operations["list_rejected_api_v1_imports__import_id__rejected_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}/rejected.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Rejected
         * @description The rejected rows as a file: line, column, reason, value.
         */
        get: operations["download_rejected_api_v1_imports__import_id__rejected_csv_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inventory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Stock
         * @description Every variant with its product and its stock; `low` shows those at or below the threshold, `out` those at 0.
         */
        get: operations["list_stock_api_v1_inventory_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inventory/{variant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Stock */
        get: operations["read_stock_api_v1_inventory__variant_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inventory/{variant_id}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adjust Stock
         * @description Correct what lies on the shelf; with an Idempotency-Key, once however often it is sent.
         */
        post: operations["adjust_stock_api_v1_inventory__variant_id__adjustments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inventory/{variant_id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Ledger
         * @description Why the stock is what it is, newest first; the quantities add up to `on_hand`.
         */
        get: operations["read_ledger_api_v1_inventory__variant_id__ledger_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inventory/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Alerts
         * @description For the dashboard: how much is sold out and how much is low.
         */
        get: operations["count_alerts_api_v1_inventory_alerts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inventory/bulk-adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adjust Many
         * @description Correct up to 200 variants; each line has its own result. With an Idempotency-Key nothing happens twice.
         */
        post: operations["adjust_many_api_v1_inventory_bulk_adjustments_post"];
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
    "/api/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Products
         * @description Products of the shop, newest first; filters narrow, `cursor` goes on where a page ended.
         *
         *     Staff sees `staff` in every product, drafts and archived ones, looks for words (`q`) and sorts by stock or change.
         */
        get: operations["list_products_api_v1_products_get"];
        put?: never;
        /** Create Product */
        post: operations["create_product_api_v1_products_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{product_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Product
         * @description A product with variants, options, prices, availability and media.
         */
        get: operations["read_product_api_v1_products__product_id__get"];
        put?: never;
        post?: never;
        /**
         * Delete Product
         * @description Take it out of the shop; orders keep what they sold.
         */
        delete: operations["delete_product_api_v1_products__product_id__delete"];
        options?: never;
        head?: never;
        /**
         * Update Product
         * @description Change a product; with `If-Match`, only if nobody else did since it was read.
         */
        patch: operations["update_product_api_v1_products__product_id__patch"];
        trace?: never;
    };
    "/api/v1/products/{product_id}/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Images
         * @description The images of a public product in their order; never more than one page.
         */
        get: operations["list_images_api_v1_products__product_id__media_get"];
        put?: never;
        /**
         * Add Image
         * @description Put an image behind the others. What it is, is told from its bytes.
         */
        post: operations["add_image_api_v1_products__product_id__media_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{product_id}/media/{media_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove Image */
        delete: operations["remove_image_api_v1_products__product_id__media__media_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Image
         * @description Other words for readers who do not see it, or another place (counted from 0); answers with all images.
         */
        patch: operations["change_image_api_v1_products__product_id__media__media_id__patch"];
        trace?: never;
    };
    "/api/v1/products/{product_id}/media/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Order Images
         * @description Put the images into this order; every image of the product is named once. The first one is shown on lists.
         */
        put: operations["order_images_api_v1_products__product_id__media_order_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{product_id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Related
         * @description What goes well with a product: bought together with it, then its neighbours on the shelf by price.
         */
        get: operations["list_related_api_v1_products__product_id__related_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{product_id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Product Reviews
         * @description What customers say about a product; `summary` counts all shown reviews, whatever the page is narrowed to.
         */
        get: operations["list_product_reviews_api_v1_products__product_id__reviews_get"];
        put?: never;
        /**
         * Write Review
         * @description Review a product; once for each customer (409 `already_reviewed` names the review there is).
         */
        post: operations["write_review_api_v1_products__product_id__reviews_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{product_id}/variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create Variant */
        post: operations["create_variant_api_v1_products__product_id__variants_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Products
         * @description One action for many products, all in one transaction; every product has its result.
         *
         *     With an Idempotency-Key it happens once however often it is sent; the results are those of the first time.
         */
        post: operations["change_products_api_v1_products_bulk_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring products in from another shop
         * @description Each with its variants and their stock, under the ids they had; each whole or not at all.
         *
         *     The same batch again changes nothing. What cannot be taken is in `rejected`: `imported_differently` (brought in
         *     before and it read differently; it stays as it is), `id_taken` (or its handle, or a SKU), `mixed_currencies`. For
         *     a file of products see `/api/v1/imports`.
         */
        post: operations["import_products_api_v1_products_imports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/picks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Picks
         * @description For the front page: the newest, the best rated and the most bought of the last thirty days.
         */
        get: operations["list_picks_api_v1_products_picks_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Reviews
         * @description For staff: reviews of all products, hidden ones too; `q` looks in names, titles and texts.
         */
        get: operations["list_reviews_api_v1_reviews_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{review_id}": {
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
         * Withdraw Review
         * @description Take one's own review back.
         */
        delete: operations["withdraw_review_api_v1_reviews__review_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Review
         * @description Change one's own review; what staff hid stays hidden.
         */
        patch: operations["change_review_api_v1_reviews__review_id__patch"];
        trace?: never;
    };
    "/api/v1/reviews/{review_id}/hide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hide Review
         * @description Keep a review out of sight, for a reason its author can read; it no longer counts for the rating.
         */
        post: operations["hide_review_api_v1_reviews__review_id__hide_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{review_id}/unhide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unhide Review */
        post: operations["unhide_review_api_v1_reviews__review_id__unhide_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge Reviews
         * @description Hide or show up to 200 reviews in one transaction; every one has its result. Safe to send again.
         */
        post: operations["judge_reviews_api_v1_reviews_bulk_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Own Reviews
         * @description The caller's own reviews, newest first; with `product_id` the one of that product, if there is one.
         */
        get: operations["list_own_reviews_api_v1_reviews_mine_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description Products that match, best first, with facets over the whole answer. A word that no product has is corrected.
         *
         *     Without words it is the list of products with its facets, newest first.
         */
        get: operations["search_api_v1_search_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggest
         * @description How what was typed so far may go on: words of the catalogue, products (at most six) and categories (four).
         */
        get: operations["suggest_api_v1_search_suggest_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/variants/{variant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Variant */
        get: operations["read_variant_api_v1_variants__variant_id__get"];
        put?: never;
        post?: never;
        /** Delete Variant */
        delete: operations["delete_variant_api_v1_variants__variant_id__delete"];
        options?: never;
        head?: never;
        /**
         * Update Variant
         * @description Change a variant; with `If-Match`, only if nobody else did since it was read.
         */
        patch: operations["update_variant_api_v1_variants__variant_id__patch"];
        trace?: never;
    };
    "/internal/v1/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Reservation
         * @description Hold all lines or none, at the prices the answer names; idempotent by id.
         */
        post: operations["create_reservation_internal_v1_reservations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/reservations/{reservation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Reservation */
        get: operations["read_reservation_internal_v1_reservations__reservation_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/reservations/{reservation_id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Commit Reservation
         * @description Sell what is held; idempotent.
         */
        post: operations["commit_reservation_internal_v1_reservations__reservation_id__commit_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/reservations/{reservation_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release Reservation
         * @description Give a hold back; idempotent. An unknown id is refused for ever after.
         */
        post: operations["release_reservation_internal_v1_reservations__reservation_id__release_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/restocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Restock
         * @description Put sold goods back on the shelf; idempotent by id.
         */
        post: operations["create_restock_internal_v1_restocks_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Quote Variants
         * @description What these variants are called, cost, and how many there are; unknown ids are missing.
         */
        get: operations["quote_variants_internal_v1_variants_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/{tenant_id}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An image */
        get: operations["image_media__tenant_id___name__get"];
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
         * Adjustment
         * @description A correction as recorded, with the stock after it.
         */
        Adjustment: {
            /** Actor Id */
            actor_id: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "initial" | "adjustment" | "sale" | "restock";
            /** Location Id */
            location_id: string;
            /** Note */
            note: string;
            /** Quantity */
            quantity: number;
            /** Reference */
            reference: string | null;
            stock: components["schemas"]["Stock"];
            /** Variant Id */
            variant_id: string;
        };
        /**
         * AdjustmentCreate
         * @description A correction by staff: `delta` pieces more (or, negative, fewer) lie on the shelf.
         * @example {
         *       "delta": 25,
         *       "reason": "Delivery of 3 March"
         *     }
         */
        AdjustmentCreate: {
            /** Delta */
            delta: number;
            /** Reason */
            reason: string;
        };
        /**
         * BulkAdjusted
         * @description What came of one line, and the stock after it; a refusal has a code and a text in the reader's language.
         */
        BulkAdjusted: {
            /** Available */
            available: number | null;
            /** Code */
            code: string | null;
            /** Detail */
            detail: string | null;
            /** On Hand */
            on_hand: number | null;
            /** Reserved */
            reserved: number | null;
            /**
             * Result
             * @enum {string}
             */
            result: "adjusted" | "refused";
            /** Variant Id */
            variant_id: string;
        };
        /**
         * BulkAdjustment
         * @description Up to 200 corrections for one reason; each variant once.
         * @example {
         *       "lines": [
         *         {
         *           "delta": -2,
         *           "variant_id": "var_01j"
         *         }
         *       ],
         *       "reason": "Stocktaking"
         *     }
         */
        BulkAdjustment: {
            /** Lines */
            lines: components["schemas"]["BulkLine"][];
            /** Reason */
            reason: string;
        };
        /** BulkAdjustments */
        BulkAdjustments: {
            /** Results */
            results: components["schemas"]["BulkAdjusted"][];
        };
        /**
         * BulkLine
         * @description One correction: `delta` pieces more (or, negative, fewer).
         */
        BulkLine: {
            /** Delta */
            delta: number;
            /** Variant Id */
            variant_id: string;
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
         * Category
         * @description A category in the reader's language.
         */
        Category: {
            /** Description */
            description: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Parent Id */
            parent_id: string | null;
            /** Position */
            position: number;
            /** Slug */
            slug: string;
        };
        /**
         * CategoryCreate
         * @description Texts are a string (English) or one per language.
         * @example {
         *       "name": {
         *         "en": "Lighting",
         *         "zh": "灯具"
         *       },
         *       "slug": "lighting"
         *     }
         */
        CategoryCreate: {
            /**
             * Description
             * @default {}
             */
            description?: {
                [key: string]: string;
            };
            /** Name */
            name: {
                [key: string]: string;
            };
            /** Parent Id */
            parent_id?: string | null;
            /**
             * Position
             * @default 0
             */
            position?: number;
            /** Slug */
            slug: string;
        };
        /**
         * CategoryInLanguages
         * @description A category as staff edits it (`texts=all`).
         */
        CategoryInLanguages: {
            /** Description */
            description: {
                [key: string]: string;
            };
            /** Id */
            id: string;
            /** Name */
            name: {
                [key: string]: string;
            };
            /** Parent Id */
            parent_id: string | null;
            /** Position */
            position: number;
            /** Products */
            products: number;
            /** Slug */
            slug: string;
        };
        /**
         * CategoryListed
         * @description A category with how many products shoppers find on it (not counting those of categories below).
         */
        CategoryListed: {
            /** Description */
            description: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Parent Id */
            parent_id: string | null;
            /** Position */
            position: number;
            /** Products */
            products: number;
            /** Slug */
            slug: string;
        };
        /**
         * CategoryOrder
         * @description These first, in this order; the others keep theirs behind them.
         * @example {
         *       "ids": [
         *         "cat_01j",
         *         "cat_01k"
         *       ]
         *     }
         */
        CategoryOrder: {
            /** Ids */
            ids: string[];
        };
        /** CategoryRef */
        CategoryRef: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Slug */
            slug: string;
        };
        /** CategoryTexts */
        CategoryTexts: {
            /** Id */
            id: string;
            /** Name */
            name: {
                [key: string]: string;
            };
            /** Slug */
            slug: string;
        };
        /**
         * CategoryUpdate
         * @description What is left out stays.
         */
        CategoryUpdate: {
            /** Description */
            description?: {
                [key: string]: string;
            } | null;
            /** Name */
            name?: {
                [key: string]: string;
            } | null;
            /** Parent Id */
            parent_id?: string | null;
            /** Position */
            position?: number | null;
            /** Slug */
            slug?: string | null;
        };
        /**
         * CommitRequest
         * @description `reference` is the order that bought the goods.
         */
        CommitRequest: {
            /** Reference */
            reference: string;
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
         * FacetValueView
         * @description A value to choose: `value` goes into the address, `label` is for the reader, `count` is what it would show.
         */
        FacetValueView: {
            /** Count */
            count: number;
            /** Label */
            label: string;
            /** Value */
            value: string;
        };
        /** FacetView */
        FacetView: {
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Values */
            values: components["schemas"]["FacetValueView"][];
        };
        /**
         * Hiding
         * @description Why a review is kept out of sight; its author can read it.
         * @example {
         *       "reason": "Insults another customer"
         *     }
         */
        Hiding: {
            /** Reason */
            reason: string;
        };
        /**
         * ImageOrder
         * @example {
         *       "ids": [
         *         "med_01j",
         *         "med_01k"
         *       ]
         *     }
         */
        ImageOrder: {
            /** Ids */
            ids: string[];
        };
        /**
         * ImageUpdate
         * @description What is left out stays; `alt` replaces the words of all languages.
         * @example {
         *       "alt": {
         *         "en": "From above",
         *         "zh": "俯视图"
         *       },
         *       "position": 0
         *     }
         */
        ImageUpdate: {
            /** Alt */
            alt?: {
                [key: string]: string;
            } | null;
            /** Position */
            position?: number | null;
        };
        /**
         * ImportFailure
         * @description Why nothing of the file was taken.
         */
        ImportFailure: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
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
         * ImportView
         * @description An import; `progress` runs from 0 to 1, counts are products, `rejected` counts rows.
         * @example {
         *       "created": 18,
         *       "filename": "products.csv",
         *       "id": "imp_0198f2a1",
         *       "rejected": 1,
         *       "rejected_rows": [
         *         {
         *           "column": "Variant Price",
         *           "line": 7,
         *           "reason": "a price is needed",
         *           "value": ""
         *         }
         *       ],
         *       "status": "done",
         *       "unchanged": 2,
         *       "updated": 0
         *     }
         */
        ImportView: {
            /** Adjusted */
            adjusted: number;
            /** Attempts */
            attempts: number;
            /** Created */
            created: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            error: components["schemas"]["ImportFailure"] | null;
            /** Filename */
            filename: string;
            /** Finished At */
            finished_at: string | null;
            /** Heartbeat At */
            heartbeat_at: string | null;
            /** Id */
            id: string;
            /**
             * Inventory
             * @enum {string}
             */
            inventory: "new" | "set";
            /** Products Done */
            products_done: number;
            /** Progress */
            progress: number;
            /** Rejected */
            rejected: number;
            /**
             * Rejected Rows
             * @description The first hundred; /rejected has up to a thousand.
             * @default []
             */
            rejected_rows?: components["schemas"]["RejectedRowView"][];
            /** Rows Total */
            rows_total: number;
            /** Size */
            size: number;
            /**
             * Status
             * @enum {string}
             */
            status: "queued" | "running" | "done" | "failed";
            /** Unchanged */
            unchanged: number;
            /** Updated */
            updated: number;
        };
        /**
         * LedgerEntryView
         * @description One reason why `on_hand` changed.
         */
        LedgerEntryView: {
            /** Actor Id */
            actor_id: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "initial" | "adjustment" | "sale" | "restock";
            /** Location Id */
            location_id: string;
            /** Note */
            note: string;
            /** Quantity */
            quantity: number;
            /** Reference */
            reference: string | null;
            /** Variant Id */
            variant_id: string;
        };
        /** Line */
        Line: {
            /** Quantity */
            quantity: number;
            /** Variant Id */
            variant_id: string;
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
         * MediaInLanguages
         * @description An image as staff edits it.
         */
        MediaInLanguages: {
            /** Alt */
            alt: {
                [key: string]: string;
            };
            /** Id */
            id: string;
            /** Position */
            position: number;
            /** Url */
            url: string;
        };
        /** MediaView */
        MediaView: {
            /** Alt */
            alt: string;
            /** Id */
            id: string;
            /** Position */
            position: number;
            /** Url */
            url: string;
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
        /** NamedText */
        NamedText: {
            /** Name */
            name: string;
            /** Value */
            value: string;
        };
        /**
         * NamedTexts
         * @description An attribute or option; each text is a string (English) or one per language.
         */
        NamedTexts: {
            /** Name */
            name: {
                [key: string]: string;
            };
            /** Value */
            value: {
                [key: string]: string;
            };
        };
        /** OptionValues */
        OptionValues: {
            /** Name */
            name: string;
            /** Values */
            values: string[];
        };
        /**
         * OwnReview
         * @description A review as its author sees it, also when the shop hides it.
         */
        OwnReview: {
            /** Author Name */
            author_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Hidden Reason */
            hidden_reason: string | null;
            /** Id */
            id: string;
            /**
             * Language
             * @enum {string}
             */
            language: "en" | "zh";
            /** Product Id */
            product_id: string;
            /** Rating */
            rating: number;
            /**
             * Status
             * @enum {string}
             */
            status: "shown" | "hidden";
            /** Text */
            text: string;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Verified Purchase */
            verified_purchase: boolean;
        };
        /** Page[CategoryListed] */
        Page_CategoryListed_: {
            /** Items */
            items: components["schemas"]["CategoryListed"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[ImportView] */
        Page_ImportView_: {
            /** Items */
            items: components["schemas"]["ImportView"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[LedgerEntryView] */
        Page_LedgerEntryView_: {
            /** Items */
            items: components["schemas"]["LedgerEntryView"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[MediaInLanguages] */
        Page_MediaInLanguages_: {
            /** Items */
            items: components["schemas"]["MediaInLanguages"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[MediaView] */
        Page_MediaView_: {
            /** Items */
            items: components["schemas"]["MediaView"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[OwnReview] */
        Page_OwnReview_: {
            /** Items */
            items: components["schemas"]["OwnReview"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[RejectedRowView] */
        Page_RejectedRowView_: {
            /** Items */
            items: components["schemas"]["RejectedRowView"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[StaffReview] */
        Page_StaffReview_: {
            /** Items */
            items: components["schemas"]["StaffReview"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[StockLine] */
        Page_StockLine_: {
            /** Items */
            items: components["schemas"]["StockLine"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * Picks
         * @description Three rows for the front page; `best_rated` is empty while nothing has a review.
         */
        Picks: {
            /** Best Rated */
            best_rated: components["schemas"]["ProductSummary"][];
            /** Newest */
            newest: components["schemas"]["ProductSummary"][];
            /** Popular */
            popular: components["schemas"]["ProductSummary"][];
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
         * Product
         * @description A product on its own page, in the reader's language.
         *
         *     Without a price (`price` null) nothing of it is for sale in the `currency` that was asked for.
         */
        Product: {
            /** Attributes */
            attributes: components["schemas"]["NamedText"][];
            /**
             * Availability
             * @enum {string}
             */
            availability: "in_stock" | "few_left" | "out_of_stock";
            category: components["schemas"]["CategoryRef"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string;
            /** Handle */
            handle: string;
            /** Id */
            id: string;
            /** Image */
            image: string | null;
            max_price: components["schemas"]["Money"] | null;
            /** Media */
            media: components["schemas"]["MediaView"][];
            /** Options */
            options: components["schemas"]["OptionValues"][];
            price: components["schemas"]["Money"] | null;
            rating: components["schemas"]["Rating"] | null;
            staff?: components["schemas"]["StaffFacts"] | null;
            /** Status */
            status: string;
            /** Tags */
            tags: string[];
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Variant Id */
            variant_id: string;
            /** Variants */
            variants: components["schemas"]["Variant"][];
            /** Variants Count */
            variants_count: number;
            /** Vendor */
            vendor: string;
            /**
             * Version
             * @description What `If-Match` takes when it is changed.
             */
            version: number;
        };
        /**
         * ProductBulk
         * @description One action for up to 200 products. `category` is a slug, an id or null; `percent` changes every price.
         * @example {
         *       "action": "change_price_percent",
         *       "ids": [
         *         "prd_01j"
         *       ],
         *       "percent": -12.5
         *     }
         */
        ProductBulk: {
            /**
             * Action
             * @enum {string}
             */
            action: "archive" | "activate" | "delete" | "set_category" | "change_price_percent";
            /** Category */
            category?: string | null;
            /** Ids */
            ids: string[];
            /** Percent */
            percent?: number | string | null;
        };
        /**
         * ProductBulkResult
         * @description What came of one product; a refusal has a code and a text in the reader's language.
         */
        ProductBulkResult: {
            /** Code */
            code: string | null;
            /** Detail */
            detail: string | null;
            /** Id */
            id: string;
            /**
             * Result
             * @enum {string}
             */
            result: "changed" | "unchanged" | "refused";
        };
        /** ProductBulkResults */
        ProductBulkResults: {
            /** Results */
            results: components["schemas"]["ProductBulkResult"][];
        };
        /**
         * ProductCreate
         * @description A product with at least one variant. A handle left out is made from the title; `category` is a slug or an id.
         * @example {
         *       "attributes": [
         *         {
         *           "name": "Colour",
         *           "value": "Black"
         *         }
         *       ],
         *       "category": "lighting",
         *       "title": {
         *         "en": "Desk lamp",
         *         "zh": "台灯"
         *       },
         *       "variants": [
         *         {
         *           "price": {
         *             "amount": 4900,
         *             "currency": "EUR"
         *           },
         *           "quantity": 12,
         *           "sku": "LAMP-1"
         *         }
         *       ],
         *       "vendor": "Lumen"
         *     }
         */
        ProductCreate: {
            /**
             * Attributes
             * @default []
             */
            attributes?: components["schemas"]["NamedTexts"][];
            /** Category */
            category?: string | null;
            /**
             * Description
             * @default {}
             */
            description?: {
                [key: string]: string;
            };
            /** Handle */
            handle?: string | null;
            /**
             * Status
             * @default active
             * @enum {string}
             */
            status?: "active" | "draft" | "archived";
            /**
             * Tags
             * @default []
             */
            tags?: string[];
            /** Title */
            title: {
                [key: string]: string;
            };
            /** Variants */
            variants: components["schemas"]["VariantCreate"][];
            /**
             * Vendor
             * @default
             */
            vendor?: string;
        };
        /**
         * ProductHit
         * @description A product as a line below the search box.
         */
        ProductHit: {
            /**
             * Availability
             * @enum {string}
             */
            availability: "in_stock" | "few_left" | "out_of_stock";
            /** Handle */
            handle: string;
            /** Id */
            id: string;
            /** Image */
            image: string | null;
            price: components["schemas"]["Money"];
            /** Title */
            title: string;
        };
        /**
         * ProductImport
         * @description A category is named by its slug and made where it is new, under `category_name`.
         */
        ProductImport: {
            /**
             * Attributes
             * @default []
             */
            attributes?: components["schemas"]["NamedTexts"][];
            /** Category */
            category?: string | null;
            /**
             * Category Name
             * @default {}
             */
            category_name?: {
                [key: string]: string;
            };
            /**
             * Description
             * @default {}
             */
            description?: {
                [key: string]: string;
            };
            /**
             * Handle
             * @description Default: made of the title and the id.
             */
            handle?: string | null;
            /** Id */
            id: string;
            /**
             * Status
             * @default active
             * @enum {string}
             */
            status?: "active" | "draft" | "archived";
            /**
             * Tags
             * @default []
             */
            tags?: string[];
            /** Title */
            title: {
                [key: string]: string;
            };
            /** Variants */
            variants: components["schemas"]["VariantImport"][];
            /**
             * Vendor
             * @default
             */
            vendor?: string;
        };
        /**
         * ProductImports
         * @example {
         *       "items": [
         *         {
         *           "id": "9523456873",
         *           "title": "T-Shirt",
         *           "variants": [
         *             {
         *               "id": "9612497925",
         *               "options": [
         *                 {
         *                   "name": "colour",
         *                   "value": "blue"
         *                 },
         *                 {
         *                   "name": "size",
         *                   "value": "M"
         *                 }
         *               ],
         *               "price": {
         *                 "amount": 5088,
         *                 "currency": "USD"
         *               },
         *               "quantity": 20
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        ProductImports: {
            /** Items */
            items: components["schemas"]["ProductImport"][];
        };
        /**
         * ProductInLanguages
         * @description A product as staff edits it (`texts=all`): every text in every language.
         */
        ProductInLanguages: {
            /** Attributes */
            attributes: components["schemas"]["TextsPair"][];
            /**
             * Availability
             * @enum {string}
             */
            availability: "in_stock" | "few_left" | "out_of_stock";
            category: components["schemas"]["CategoryTexts"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: {
                [key: string]: string;
            };
            /** Handle */
            handle: string;
            /** Id */
            id: string;
            /** Image */
            image: string | null;
            max_price: components["schemas"]["Money"];
            /** Media */
            media: components["schemas"]["MediaInLanguages"][];
            price: components["schemas"]["Money"];
            rating: components["schemas"]["Rating"] | null;
            /**
             * Status
             * @enum {string}
             */
            status: "active" | "draft" | "archived";
            /** Tags */
            tags: string[];
            /** Title */
            title: {
                [key: string]: string;
            };
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Variant Id */
            variant_id: string;
            /** Variants */
            variants: components["schemas"]["VariantInLanguages"][];
            /** Variants Count */
            variants_count: number;
            /** Vendor */
            vendor: string;
            /** Version */
            version: number;
        };
        /**
         * ProductList
         * @description A page of products; `total`, `facets`, `ratings` when facets are asked for, `counts` when staff asks for them.
         */
        ProductList: {
            counts?: components["schemas"]["StatusCounts"] | null;
            /** Facets */
            facets?: components["schemas"]["FacetView"][] | null;
            /** Items */
            items: components["schemas"]["ProductSummary"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Ratings */
            ratings?: components["schemas"]["RatingView"][] | null;
            /** Total */
            total?: number | null;
        };
        /**
         * ProductReviews
         * @description One page of a product's reviews, with the summary of all of them.
         * @example {
         *       "items": [
         *         {
         *           "author_name": "Mira L.",
         *           "created_at": "2026-03-02T10:15:00+00:00",
         *           "id": "rev_01j",
         *           "language": "en",
         *           "product_id": "prd_01j",
         *           "rating": 4,
         *           "text": "Half a year in the library and nobody has turned round yet.",
         *           "title": "Quiet, a little small",
         *           "updated_at": "2026-03-02T10:15:00+00:00",
         *           "verified_purchase": true
         *         }
         *       ],
         *       "summary": {
         *         "average": 4,
         *         "count": 1,
         *         "stars": {
         *           "1": 0,
         *           "2": 0,
         *           "3": 0,
         *           "4": 1,
         *           "5": 0
         *         }
         *       }
         *     }
         */
        ProductReviews: {
            /** Items */
            items: components["schemas"]["Review"][];
            /** Next Cursor */
            next_cursor?: string | null;
            summary: components["schemas"]["RatingSummary"];
        };
        /**
         * ProductSummary
         * @description A product on a list; `price` is the lowest of its variants, `variant_id` the one that has it.
         *
         *     `staff` is there only for callers who may change the catalogue.
         */
        ProductSummary: {
            /**
             * Availability
             * @enum {string}
             */
            availability: "in_stock" | "few_left" | "out_of_stock";
            category: components["schemas"]["CategoryRef"] | null;
            /** Handle */
            handle: string;
            /** Id */
            id: string;
            /** Image */
            image: string | null;
            max_price: components["schemas"]["Money"];
            price: components["schemas"]["Money"];
            rating: components["schemas"]["Rating"] | null;
            staff?: components["schemas"]["StaffFacts"] | null;
            /** Title */
            title: string;
            /** Variant Id */
            variant_id: string;
            /** Variants Count */
            variants_count: number;
            /** Vendor */
            vendor: string;
        };
        /**
         * ProductUpdate
         * @description What is left out stays; a language left out of a text stays too.
         */
        ProductUpdate: {
            /** Attributes */
            attributes?: components["schemas"]["NamedTexts"][] | null;
            /** Category */
            category?: string | null;
            /** Description */
            description?: {
                [key: string]: string;
            } | null;
            /** Handle */
            handle?: string | null;
            /** Status */
            status?: ("active" | "draft" | "archived") | null;
            /** Tags */
            tags?: string[] | null;
            /** Title */
            title?: {
                [key: string]: string;
            } | null;
            /** Vendor */
            vendor?: string | null;
        };
        /** Rating */
        Rating: {
            /** Average */
            average: number;
            /** Count */
            count: number;
        };
        /**
         * RatingSummary
         * @description What all shown reviews of a product say together; `average` is null where there is none.
         */
        RatingSummary: {
            /** Average */
            average: number | null;
            /** Count */
            count: number;
            /**
             * Stars
             * @description How many reviews gave 1, 2, 3, 4 and 5 stars.
             */
            stars: {
                [key: string]: number;
            };
        };
        /**
         * RatingView
         * @description How many products `min_rating` would show: those whose average is at least so many stars.
         */
        RatingView: {
            /** Count */
            count: number;
            /** Min Rating */
            min_rating: number;
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
         * RejectedRowView
         * @description A line of the file that was not taken.
         */
        RejectedRowView: {
            /** Column */
            column: string;
            /** Line */
            line: number;
            /** Reason */
            reason: string;
            /** Value */
            value: string;
        };
        /** Related */
        Related: {
            /** Items */
            items: components["schemas"]["ProductSummary"][];
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
        /** Reservation */
        Reservation: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: string;
            /** Lines */
            lines: components["schemas"]["ReservedLine"][];
            /** Reference */
            reference: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "held" | "committed" | "released" | "expired";
        };
        /**
         * ReservationCreate
         * @description All lines or none, under the caller's own id; `expires_in` seconds.
         */
        ReservationCreate: {
            /**
             * Expires In
             * @default 900
             */
            expires_in?: number;
            /** Id */
            id: string;
            /** Lines */
            lines: components["schemas"]["Line"][];
        };
        /**
         * ReservedLine
         * @description The quote as it was held; `available` is what is left for others, told to who holds.
         */
        ReservedLine: {
            /**
             * Availability
             * @enum {string}
             */
            availability: "in_stock" | "few_left" | "out_of_stock";
            /** Available */
            available?: number | null;
            /**
             * Category Ids
             * @description Its category and all above it.
             */
            category_ids: string[];
            /** Image */
            image: string | null;
            /** Options */
            options: {
                [key: string]: string;
            };
            /**
             * Prices
             * @description In other currencies, in minor units.
             */
            prices?: {
                [key: string]: number;
            } | null;
            /** Product Id */
            product_id: string;
            /** Quantity */
            quantity: number;
            /** Sku */
            sku: string;
            /** Tax Class */
            tax_class: string;
            /** Title */
            title: {
                [key: string]: string;
            };
            /** @description In the product's own currency. */
            unit_price: components["schemas"]["Money"];
            /** Variant Id */
            variant_id: string;
            /** Variant Title */
            variant_title: {
                [key: string]: string;
            };
            /** Weight Grams */
            weight_grams: number;
        };
        /** Restock */
        Restock: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /** Lines */
            lines: components["schemas"]["Line"][];
            /** Reason */
            reason: string;
            /** Reference */
            reference: string;
        };
        /** RestockCreate */
        RestockCreate: {
            /** Id */
            id: string;
            /** Lines */
            lines: components["schemas"]["Line"][];
            /**
             * Reason
             * @default
             */
            reason?: string;
            /** Reference */
            reference: string;
        };
        /**
         * Review
         * @description A review as everybody reads it; `verified_purchase` when an order of this customer had the product.
         */
        Review: {
            /** Author Name */
            author_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /**
             * Language
             * @enum {string}
             */
            language: "en" | "zh";
            /** Product Id */
            product_id: string;
            /** Rating */
            rating: number;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Verified Purchase */
            verified_purchase: boolean;
        };
        /**
         * ReviewBulk
         * @description Hide or show several reviews at once; hiding needs a reason.
         * @example {
         *       "action": "hide",
         *       "ids": [
         *         "rev_01j"
         *       ],
         *       "reason": "Spam"
         *     }
         */
        ReviewBulk: {
            /**
             * Action
             * @enum {string}
             */
            action: "hide" | "unhide";
            /** Ids */
            ids: string[];
            /** Reason */
            reason?: string | null;
        };
        /** ReviewBulkResult */
        ReviewBulkResult: {
            /** Id */
            id: string;
            /**
             * Result
             * @enum {string}
             */
            result: "changed" | "unchanged" | "not_found";
        };
        /** ReviewBulkResults */
        ReviewBulkResults: {
            /** Results */
            results: components["schemas"]["ReviewBulkResult"][];
        };
        /**
         * ReviewCreate
         * @description `author_name` is shown; left empty the reader sees "A customer". `language` defaults to the request's.
         * @example {
         *       "author_name": "Mira L.",
         *       "language": "en",
         *       "rating": 4,
         *       "text": "Half a year in the library and nobody has turned round yet.",
         *       "title": "Quiet, a little small"
         *     }
         */
        ReviewCreate: {
            /**
             * Author Name
             * @default
             */
            author_name?: string;
            /** Language */
            language?: ("en" | "zh") | null;
            /** Rating */
            rating: number;
            /**
             * Text
             * @default
             */
            text?: string;
            /**
             * Title
             * @default
             */
            title?: string;
        };
        /**
         * ReviewUpdate
         * @description What is left out stays.
         * @example {
         *       "rating": 5
         *     }
         */
        ReviewUpdate: {
            /** Author Name */
            author_name?: string | null;
            /** Language */
            language?: ("en" | "zh") | null;
            /** Rating */
            rating?: number | null;
            /** Text */
            text?: string | null;
            /** Title */
            title?: string | null;
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
         * SearchResults
         * @description A page of products, best first. `ratings` count what `min_rating` would leave of the answer.
         *
         *     `did_you_mean` is another spelling: with `corrected` the one that was searched for instead, else a proposal.
         * @example {
         *       "corrected": true,
         *       "did_you_mean": "wireless mouse",
         *       "facets": [
         *         {
         *           "label": "Colour",
         *           "name": "Colour",
         *           "values": [
         *             {
         *               "count": 12,
         *               "label": "Black",
         *               "value": "Black"
         *             }
         *           ]
         *         }
         *       ],
         *       "items": [],
         *       "ratings": [
         *         {
         *           "count": 9,
         *           "min_rating": 4
         *         },
         *         {
         *           "count": 11,
         *           "min_rating": 3
         *         }
         *       ],
         *       "total": 0
         *     }
         */
        SearchResults: {
            /** Corrected */
            corrected: boolean;
            /** Did You Mean */
            did_you_mean: string | null;
            /** Facets */
            facets: components["schemas"]["FacetView"][];
            /** Items */
            items: components["schemas"]["ProductSummary"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Ratings */
            ratings: components["schemas"]["RatingView"][];
            /** Total */
            total: number;
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
         * StaffFacts
         * @description What only staff sees of a product on a list: stock of all variants together, and what edits are checked by.
         */
        StaffFacts: {
            /** Available */
            available: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** On Hand */
            on_hand: number;
            /** Reserved */
            reserved: number;
            /**
             * Status
             * @enum {string}
             */
            status: "active" | "draft" | "archived";
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
        };
        /**
         * StaffReview
         * @description A review as staff sees it.
         */
        StaffReview: {
            /** Author Name */
            author_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Customer Id */
            customer_id: string;
            /** Hidden By */
            hidden_by: string | null;
            /** Hidden Reason */
            hidden_reason: string | null;
            /** Id */
            id: string;
            /**
             * Language
             * @enum {string}
             */
            language: "en" | "zh";
            /** Product Id */
            product_id: string;
            /** Product Title */
            product_title: string;
            /** Rating */
            rating: number;
            /**
             * Status
             * @enum {string}
             */
            status: "shown" | "hidden";
            /** Text */
            text: string;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Verified Purchase */
            verified_purchase: boolean;
        };
        /**
         * StatusCounts
         * @description How many products a list would show for each status.
         */
        StatusCounts: {
            /** Active */
            active: number;
            /** All */
            all: number;
            /** Archived */
            archived: number;
            /** Draft */
            draft: number;
        };
        /**
         * Stock
         * @description Where a variant stands; `available` is what can still be promised.
         */
        Stock: {
            /** Available */
            available: number;
            /** Location Id */
            location_id: string;
            /** On Hand */
            on_hand: number;
            /** Product Id */
            product_id: string;
            /** Reserved */
            reserved: number;
            /** Variant Id */
            variant_id: string;
        };
        /**
         * StockAlerts
         * @description How many variants of public products are sold out, and how many others have at most `threshold` left.
         * @example {
         *       "low": 7,
         *       "out": 2,
         *       "threshold": 5
         *     }
         */
        StockAlerts: {
            /** Low */
            low: number;
            /** Out */
            out: number;
            /** Threshold */
            threshold: number;
        };
        /**
         * StockLine
         * @description A variant with what lies on the shelf; `level` tells it from the threshold that was asked for.
         */
        StockLine: {
            /** Available */
            available: number;
            /** Image */
            image: string | null;
            /**
             * Level
             * @enum {string}
             */
            level: "ok" | "low" | "out";
            /** On Hand */
            on_hand: number;
            price: components["schemas"]["Money"];
            /** Product Id */
            product_id: string;
            /** Product Title */
            product_title: string;
            /** Reserved */
            reserved: number;
            /** Sku */
            sku: string;
            /**
             * Status
             * @enum {string}
             */
            status: "active" | "draft" | "archived";
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Variant Id */
            variant_id: string;
            /** Variant Title */
            variant_title: string;
            /** Vendor */
            vendor: string;
            /** Version */
            version: number;
        };
        /**
         * Suggestions
         * @description How what was typed may go on: as a query, as a product, as a shelf.
         * @example {
         *       "categories": [
         *         {
         *           "id": "cat_01j",
         *           "name": "Mice",
         *           "slug": "mice"
         *         }
         *       ],
         *       "items": [
         *         "wireless mouse"
         *       ],
         *       "products": [
         *         {
         *           "availability": "in_stock",
         *           "handle": "mausberg-pebble",
         *           "id": "prd_01j",
         *           "image": "/media/default/0f3a.svg",
         *           "price": {
         *             "amount": 1790,
         *             "currency": "EUR"
         *           },
         *           "title": "Mausberg Pebble wireless mouse, silent"
         *         }
         *       ]
         *     }
         */
        Suggestions: {
            /** Categories */
            categories: components["schemas"]["CategoryRef"][];
            /** Items */
            items: string[];
            /** Products */
            products: components["schemas"]["ProductHit"][];
        };
        /** TextsPair */
        TextsPair: {
            /** Name */
            name: {
                [key: string]: string;
            };
            /** Value */
            value: {
                [key: string]: string;
            };
        };
        /**
         * Variant
         * @description What can be put into a basket.
         */
        Variant: {
            /**
             * Availability
             * @enum {string}
             */
            availability: "in_stock" | "few_left" | "out_of_stock";
            /** Id */
            id: string;
            /** Image */
            image: string | null;
            /** Options */
            options: {
                [key: string]: string;
            };
            /** @description Null where it is not for sale in the `currency` that was asked for. */
            price: components["schemas"]["Money"] | null;
            /**
             * Prices
             * @description In every currency it is for sale in, its own first.
             */
            prices: components["schemas"]["Money"][];
            /** Product Id */
            product_id: string;
            /** Sku */
            sku: string;
            /**
             * Tax Class
             * @description By which taxes are chosen: standard, reduced, zero, or one of the shop's own.
             */
            tax_class: string;
            /** Title */
            title: string;
            /**
             * Version
             * @description What `If-Match` takes when it is changed.
             */
            version: number;
            /** Weight Grams */
            weight_grams: number;
        };
        /**
         * VariantCreate
         * @description `quantity` is the stock it starts with; later changes are inventory adjustments.
         */
        VariantCreate: {
            /**
             * Options
             * @default []
             */
            options?: components["schemas"]["NamedTexts"][];
            price: components["schemas"]["Money"];
            /**
             * Prices
             * @description In other currencies: in one that is not named it is not for sale.
             * @default []
             */
            prices?: components["schemas"]["Money"][];
            /**
             * Quantity
             * @default 0
             */
            quantity?: number;
            /** Sku */
            sku?: string | null;
            /**
             * Tax Class
             * @default standard
             * @example reduced
             */
            tax_class?: string;
            /**
             * Title
             * @default {}
             */
            title?: {
                [key: string]: string;
            };
            /**
             * Weight Grams
             * @default 0
             */
            weight_grams?: number;
        };
        /**
         * VariantImport
         * @description `quantity` is what lies on the shelf now; without a SKU its id is its SKU.
         */
        VariantImport: {
            /** Id */
            id: string;
            /**
             * Options
             * @default []
             */
            options?: components["schemas"]["NamedTexts"][];
            price: components["schemas"]["Money"];
            /**
             * Prices
             * @description In other currencies: in one that is not named it is not for sale.
             * @default []
             */
            prices?: components["schemas"]["Money"][];
            /**
             * Quantity
             * @default 0
             */
            quantity?: number;
            /** Sku */
            sku?: string | null;
            /**
             * Tax Class
             * @default standard
             * @example reduced
             */
            tax_class?: string;
            /**
             * Title
             * @default {}
             */
            title?: {
                [key: string]: string;
            };
            /**
             * Weight Grams
             * @default 0
             */
            weight_grams?: number;
        };
        /**
         * VariantInLanguages
         * @description A variant as staff edits it (`texts=all`).
         */
        VariantInLanguages: {
            /**
             * Availability
             * @enum {string}
             */
            availability: "in_stock" | "few_left" | "out_of_stock";
            /** Id */
            id: string;
            /** Image */
            image: string | null;
            /** Options */
            options: components["schemas"]["TextsPair"][];
            price: components["schemas"]["Money"];
            /** Prices */
            prices: components["schemas"]["Money"][];
            /** Product Id */
            product_id: string;
            /** Sku */
            sku: string;
            /** Tax Class */
            tax_class: string;
            /** Title */
            title: {
                [key: string]: string;
            };
            /** Version */
            version: number;
            /** Weight Grams */
            weight_grams: number;
        };
        /**
         * VariantQuote
         * @description A variant as other services price and freeze it; title in every language.
         */
        VariantQuote: {
            /**
             * Availability
             * @enum {string}
             */
            availability: "in_stock" | "few_left" | "out_of_stock";
            /** Available */
            available: number;
            /**
             * Category Ids
             * @description Its category and all above it.
             */
            category_ids: string[];
            /** Image */
            image: string | null;
            /** Options */
            options: {
                [key: string]: string;
            };
            /**
             * Prices
             * @description In other currencies, in minor units.
             */
            prices?: {
                [key: string]: number;
            } | null;
            /** Product Id */
            product_id: string;
            /** Sku */
            sku: string;
            /** Tax Class */
            tax_class: string;
            /** Title */
            title: {
                [key: string]: string;
            };
            /** @description In the product's own currency. */
            unit_price: components["schemas"]["Money"];
            /** Variant Id */
            variant_id: string;
            /** Variant Title */
            variant_title: {
                [key: string]: string;
            };
            /** Weight Grams */
            weight_grams: number;
        };
        /** VariantQuotes */
        VariantQuotes: {
            /** Items */
            items: components["schemas"]["VariantQuote"][];
        };
        /**
         * VariantUpdate
         * @description What is left out stays. `prices` are all there are from now on; the own currency's stays where not named.
         */
        VariantUpdate: {
            /** Options */
            options?: components["schemas"]["NamedTexts"][] | null;
            price?: components["schemas"]["Money"] | null;
            /** Prices */
            prices?: components["schemas"]["Money"][] | null;
            /** Sku */
            sku?: string | null;
            /** Tax Class */
            tax_class?: string | null;
            /** Title */
            title?: {
                [key: string]: string;
            } | null;
            /** Weight Grams */
            weight_grams?: number | null;
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
    list_categories_api_v1_categories_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
                parent_id?: string | null;
                slug?: string | null;
                /** @description `all`: every language, to staff. */
                texts?: string;
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
                    "application/json": components["schemas"]["Page_CategoryListed_"];
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
    category_create_api_v1_categories_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
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
    read_category_api_v1_categories__category_id__get: {
        parameters: {
            query?: {
                /** @description `all`: every language, to staff. */
                texts?: string;
            };
            header?: never;
            path: {
                category_id: string;
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
                    "application/json": components["schemas"]["CategoryListed"] | components["schemas"]["CategoryInLanguages"];
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
    delete_category_api_v1_categories__category_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                category_id: string;
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
    category_update_api_v1_categories__id__patch: {
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
                "application/json": components["schemas"]["CategoryUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
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
    order_categories_api_v1_categories_order_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryOrder"];
            };
        };
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
    export_products_api_v1_exports_products_csv_get: {
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
    export_stock_api_v1_exports_stock_csv_get: {
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
    list_imports_api_v1_imports_get: {
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
                    "application/json": components["schemas"]["Page_ImportView_"];
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
    start_import_api_v1_imports_post: {
        parameters: {
            query?: {
                inventory?: ("new" | "set") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description CSV, plain or gzip.
                     */
                    file: string;
                    /**
                     * @default new
                     * @enum {string}
                     */
                    inventory?: "new" | "set";
                };
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
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
    read_import_api_v1_imports__import_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
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
                    "application/json": components["schemas"]["ImportView"];
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
    list_rejected_api_v1_imports__import_id__rejected_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path: {
                import_id: string;
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
                    "application/json": components["schemas"]["Page_RejectedRowView_"];
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
    download_rejected_api_v1_imports__import_id__rejected_csv_get: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                import_id: string;
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
    list_stock_api_v1_inventory_get: {
        parameters: {
            query?: {
                category?: string | null;
                cursor?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
                low?: boolean;
                out?: boolean;
                /** @description In title, vendor or SKU. */
                q?: string | null;
                sort?: "title" | "-title" | "sku" | "-sku" | "available" | "-available" | "on_hand" | "-on_hand";
                /** @description With so many available, or fewer, it is low; left out, the shop's setting. */
                threshold?: number | null;
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
                    "application/json": components["schemas"]["Page_StockLine_"];
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
    read_stock_api_v1_inventory__variant_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variant_id: string;
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
                    "application/json": components["schemas"]["Stock"];
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
    adjust_stock_api_v1_inventory__variant_id__adjustments_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                variant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustmentCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adjustment"];
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
    read_ledger_api_v1_inventory__variant_id__ledger_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path: {
                variant_id: string;
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
                    "application/json": components["schemas"]["Page_LedgerEntryView_"];
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
    count_alerts_api_v1_inventory_alerts_get: {
        parameters: {
            query?: {
                /** @description With so many available, or fewer, it is low; left out, the shop's setting. */
                threshold?: number | null;
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
                    "application/json": components["schemas"]["StockAlerts"];
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
    adjust_many_api_v1_inventory_bulk_adjustments_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkAdjustment"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAdjustments"];
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
    list_products_api_v1_products_get: {
        parameters: {
            query?: {
                category?: string | null;
                /** @description Staff: also how many products there are of each status. */
                counts?: boolean;
                /** @description Prices in it, and in lists only what has one; else each in its own. */
                currency?: string | null;
                cursor?: string | null;
                /** @description `name:value`; may be repeated. */
                facet?: string[];
                /** @description Also answer what the whole list has: `total`, `facets`, `ratings`. */
                facets?: boolean;
                /** @description Up to 100 ids, separated by commas. */
                ids?: string | null;
                in_stock?: boolean | null;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description In minor units. */
                max_price?: number | null;
                /** @description In minor units. */
                min_price?: number | null;
                /** @description Only what is rated so many stars or more. */
                min_rating?: number | null;
                /** @description Staff: title, vendor or SKU. */
                q?: string | null;
                sort?: "newest" | "price" | "-price" | "title" | "-title" | "rating" | "updated" | "stock" | "-stock";
                /** @description Other than `active` is for staff. */
                status?: string;
                /** @description `all` gives every language, to staff. */
                texts?: string;
                vendor?: string | null;
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
                    "application/json": components["schemas"]["ProductList"];
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
    create_product_api_v1_products_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
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
    read_product_api_v1_products__product_id__get: {
        parameters: {
            query?: {
                /** @description Prices in it, and in lists only what has one; else each in its own. */
                currency?: string | null;
                /** @description `all` gives every language, to staff. */
                texts?: string;
            };
            header?: never;
            path: {
                product_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `texts=all` the second shape. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"] | components["schemas"]["ProductInLanguages"];
                };
            };
            /** @description You have it already. */
            304: {
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
    delete_product_api_v1_products__product_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product_id: string;
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
    update_product_api_v1_products__product_id__patch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `version` that was read, as `"3"`; 412 when it moved on. */
                "If-Match"?: string | null;
            };
            path: {
                product_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description You have it already. */
            304: {
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
    list_images_api_v1_products__product_id__media_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product_id: string;
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
                    "application/json": components["schemas"]["Page_MediaView_"];
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
    add_image_api_v1_products__product_id__media_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    alt_en?: string;
                    alt_zh?: string;
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaView"];
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
    remove_image_api_v1_products__product_id__media__media_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                media_id: string;
                product_id: string;
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
    change_image_api_v1_products__product_id__media__media_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                media_id: string;
                product_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImageUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MediaInLanguages_"];
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
    order_images_api_v1_products__product_id__media_order_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImageOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MediaInLanguages_"];
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
    list_related_api_v1_products__product_id__related_get: {
        parameters: {
            query?: {
                /** @description Only what is for sale in it. */
                currency?: string | null;
                /** @description How many products each row holds. */
                limit?: number;
            };
            header?: never;
            path: {
                product_id: string;
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
                    "application/json": components["schemas"]["Related"];
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
    list_product_reviews_api_v1_products__product_id__reviews_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                language?: ("en" | "zh") | null;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description Only reviews with so many stars. */
                rating?: number | null;
                sort?: "newest" | "highest" | "lowest";
            };
            header?: never;
            path: {
                product_id: string;
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
                    "application/json": components["schemas"]["ProductReviews"];
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
    write_review_api_v1_products__product_id__reviews_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnReview"];
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
    create_variant_api_v1_products__product_id__variants_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VariantCreate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Variant"];
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
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
    change_products_api_v1_products_bulk_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductBulk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductBulkResults"];
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
    import_products_api_v1_products_imports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductImports"];
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
    list_picks_api_v1_products_picks_get: {
        parameters: {
            query?: {
                /** @description Only what is for sale in it. */
                currency?: string | null;
                /** @description How many products each row holds. */
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
                    "application/json": components["schemas"]["Picks"];
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
    list_reviews_api_v1_reviews_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                language?: ("en" | "zh") | null;
                /** @description How many items a page holds. */
                limit?: number;
                product_id?: string | null;
                q?: string | null;
                /** @description Only reviews with so many stars. */
                rating?: number | null;
                sort?: "newest" | "highest" | "lowest";
                status?: ("shown" | "hidden") | null;
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
                    "application/json": components["schemas"]["Page_StaffReview_"];
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
    withdraw_review_api_v1_reviews__review_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                review_id: string;
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
    change_review_api_v1_reviews__review_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                review_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnReview"];
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
    hide_review_api_v1_reviews__review_id__hide_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                review_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Hiding"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffReview"];
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
    unhide_review_api_v1_reviews__review_id__unhide_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                review_id: string;
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
                    "application/json": components["schemas"]["StaffReview"];
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
    judge_reviews_api_v1_reviews_bulk_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewBulk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewBulkResults"];
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
    list_own_reviews_api_v1_reviews_mine_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
                product_id?: string | null;
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
                    "application/json": components["schemas"]["Page_OwnReview_"];
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
    search_api_v1_search_get: {
        parameters: {
            query?: {
                category?: string | null;
                /** @description Only what is for sale in it, at its prices in it. */
                currency?: string | null;
                cursor?: string | null;
                /** @description `name:value`; may be repeated. */
                facet?: string[];
                in_stock?: boolean | null;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description Look for the words as they are typed, however misspelt. */
                literal?: boolean;
                /** @description In minor units. */
                max_price?: number | null;
                /** @description In minor units. */
                min_price?: number | null;
                /** @description Only what is rated so many stars or more. */
                min_rating?: number | null;
                /** @description What the shopper typed, in English or Chinese. */
                q?: string;
                sort?: "relevance" | "price" | "-price" | "newest" | "rating";
                vendor?: string | null;
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
                    "application/json": components["schemas"]["SearchResults"];
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
    suggest_api_v1_search_suggest_get: {
        parameters: {
            query?: {
                /** @description Only what is for sale in it, at its prices in it. */
                currency?: string | null;
                limit?: number;
                /** @description What the shopper typed, in English or Chinese. */
                q?: string;
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
                    "application/json": components["schemas"]["Suggestions"];
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
    read_variant_api_v1_variants__variant_id__get: {
        parameters: {
            query?: {
                /** @description Prices in it, and in lists only what has one; else each in its own. */
                currency?: string | null;
                /** @description `all` gives every language, to staff. */
                texts?: string;
            };
            header?: never;
            path: {
                variant_id: string;
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
                    "application/json": components["schemas"]["Variant"] | components["schemas"]["VariantInLanguages"];
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
    delete_variant_api_v1_variants__variant_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variant_id: string;
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
    update_variant_api_v1_variants__variant_id__patch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `version` that was read, as `"3"`; 412 when it moved on. */
                "If-Match"?: string | null;
            };
            path: {
                variant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VariantUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Variant"];
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
    create_reservation_internal_v1_reservations_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReservationCreate"];
            };
        };
        responses: {
            /** @description It was there already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
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
    read_reservation_internal_v1_reservations__reservation_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reservation_id: string;
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
                    "application/json": components["schemas"]["Reservation"];
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
    commit_reservation_internal_v1_reservations__reservation_id__commit_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reservation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
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
    release_reservation_internal_v1_reservations__reservation_id__release_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reservation_id: string;
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
                    "application/json": components["schemas"]["Reservation"];
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
    create_restock_internal_v1_restocks_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestockCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Restock"];
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
    quote_variants_internal_v1_variants_get: {
        parameters: {
            query: {
                ids: string;
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
                    "application/json": components["schemas"]["VariantQuotes"];
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
    image_media__tenant_id___name__get: {
        parameters: {
            query?: {
                /** @description So wide at most, as WebP; an image that does as well as it is stays as it is. */
                width?: ("200" | "400" | "800" | "1200") | null;
            };
            header?: never;
            path: {
                name: string;
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes; they never change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": unknown;
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
