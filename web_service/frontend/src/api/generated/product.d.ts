export interface paths {
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Category Read Multi */
        get: operations["category_read_multi_api_v1_categories_get"];
        put?: never;
        /** Category Create */
        post: operations["category_create_api_v1_categories_post"];
        delete?: never;
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
        /** Category Read */
        get: operations["category_read_api_v1_categories__id__get"];
        put?: never;
        post?: never;
        /** Category Delete */
        delete: operations["category_delete_api_v1_categories__id__delete"];
        options?: never;
        head?: never;
        /** Category Update */
        patch: operations["category_update_api_v1_categories__id__patch"];
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
        /** Update Product */
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
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description Products that match, best first, with facets over the whole answer. A misspelt word is corrected.
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
         * @description How what was typed so far may go on, from the catalogue's own words.
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
        /** Update Variant */
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
        /** CategoryRef */
        CategoryRef: {
            /** Id */
            id: string;
            /** Name */
            name: string;
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
        /** Page[Category] */
        Page_Category_: {
            /** Items */
            items: components["schemas"]["Category"][];
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
        /** Page[MediaView] */
        Page_MediaView_: {
            /** Items */
            items: components["schemas"]["MediaView"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[ProductSummary] */
        Page_ProductSummary_: {
            /** Items */
            items: components["schemas"]["ProductSummary"][];
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
            max_price: components["schemas"]["Money"];
            /** Media */
            media: components["schemas"]["MediaView"][];
            /** Options */
            options: components["schemas"]["OptionValues"][];
            price: components["schemas"]["Money"];
            rating: components["schemas"]["Rating"] | null;
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
            status?: "active" | "draft";
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
         * ProductSummary
         * @description A product on a list; `price` is the lowest of its variants, `variant_id` the one that has it.
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
            status?: ("active" | "draft") | null;
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
            /** Available */
            available?: number | null;
            /** Category Id */
            category_id: string | null;
            /** Image */
            image: string | null;
            /** Options */
            options: {
                [key: string]: string;
            };
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
         * SearchResults
         * @description A page of products, best first; `did_you_mean` is the spelling that was searched for instead.
         * @example {
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
         *       "total": 0
         *     }
         */
        SearchResults: {
            /** Did You Mean */
            did_you_mean: string | null;
            /** Facets */
            facets: components["schemas"]["FacetView"][];
            /** Items */
            items: components["schemas"]["ProductSummary"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Total */
            total: number;
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
        /** Suggestions */
        Suggestions: {
            /** Items */
            items: string[];
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
            price: components["schemas"]["Money"];
            /** Product Id */
            product_id: string;
            /** Sku */
            sku: string;
            /** Title */
            title: string;
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
             * Quantity
             * @default 0
             */
            quantity?: number;
            /** Sku */
            sku?: string | null;
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
         * VariantQuote
         * @description A variant as other services price and freeze it; title in every language.
         */
        VariantQuote: {
            /** Available */
            available: number;
            /** Category Id */
            category_id: string | null;
            /** Image */
            image: string | null;
            /** Options */
            options: {
                [key: string]: string;
            };
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
         * @description What is left out stays.
         */
        VariantUpdate: {
            /** Options */
            options?: components["schemas"]["NamedTexts"][] | null;
            price?: components["schemas"]["Money"] | null;
            /** Sku */
            sku?: string | null;
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
    category_read_multi_api_v1_categories_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                parent_id?: unknown;
                slug?: unknown;
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
                    "application/json": components["schemas"]["Page_Category_"];
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
    category_read_api_v1_categories__id__get: {
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
    category_delete_api_v1_categories__id__delete: {
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
    list_products_api_v1_products_get: {
        parameters: {
            query?: {
                category?: string | null;
                cursor?: string | null;
                /** @description Up to 100 ids, separated by commas. */
                ids?: string | null;
                in_stock?: boolean | null;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description In minor units. */
                max_price?: number | null;
                /** @description In minor units. */
                min_price?: number | null;
                sort?: "newest" | "price" | "-price" | "title";
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
                    "application/json": components["schemas"]["Page_ProductSummary_"];
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
            header?: never;
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
    search_api_v1_search_get: {
        parameters: {
            query?: {
                category?: string | null;
                cursor?: string | null;
                /** @description `name:value`; may be repeated. */
                facet?: string[];
                in_stock?: boolean | null;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description In minor units. */
                max_price?: number | null;
                /** @description In minor units. */
                min_price?: number | null;
                /** @description What the shopper typed, in English or Chinese. */
                q?: string;
                sort?: "relevance" | "price" | "-price" | "newest";
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
            header?: never;
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
            query?: never;
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
