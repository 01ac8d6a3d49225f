export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that access tokens are checked with */
        get: operations["jwks__well_known_jwks_json_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what in all services, newest first */
        get: operations["list_audit_events_api_v1_audit_events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-events/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV */
        get: operations["export_audit_events_api_v1_audit_events_export_csv_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/guest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Visit without an account */
        post: operations["guest_api_v1_auth_guest_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session everywhere */
        post: operations["logout_api_v1_auth_logout_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/owner-setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page on which the first owner of an empty shop signs up */
        get: operations["owner_setup_page_api_v1_auth_owner_setup_get"];
        put?: never;
        /** Become the owner of an empty shop */
        post: operations["claim_ownership_api_v1_auth_owner_setup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page behind a mailed link */
        get: operations["password_page_api_v1_auth_password_reset_get"];
        put?: never;
        /** I forgot my password: have a link mailed to me */
        post: operations["ask_for_reset_api_v1_auth_password_reset_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-reset/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose the password; every session ends */
        post: operations["choose_password_api_v1_auth_password_reset_confirmation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next access and refresh token */
        post: operations["refresh_api_v1_auth_refresh_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open an account */
        post: operations["register_api_v1_auth_register_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a page asks when it loads: whom the refresh cookie still signs in
         * @description No cookie is no error here, so that a visitor's first page leaves no failed request behind.
         */
        post: operations["session_api_v1_auth_session_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with email and password, or get a service's token */
        post: operations["token_api_v1_auth_token_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gift-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gift cards, the newest first */
        get: operations["list_gift_cards_api_v1_gift_cards_get"];
        put?: never;
        /** Issue a gift card; its code is shown once */
        post: operations["issue_gift_card_api_v1_gift_cards_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gift-cards/{gift_card_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A gift card and its ledger */
        get: operations["get_gift_card_api_v1_gift_cards__gift_card_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gift-cards/{gift_card_id}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct the balance */
        post: operations["adjust_gift_card_api_v1_gift_cards__gift_card_id__adjustments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gift-cards/{gift_card_id}/deactivation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a gift card pay for nothing any more; it keeps its balance */
        post: operations["deactivate_gift_card_api_v1_gift_cards__gift_card_id__deactivation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gift-cards/{gift_card_id}/reactivation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a deactivated gift card pay again */
        post: operations["reactivate_gift_card_api_v1_gift_cards__gift_card_id__reactivation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gift-cards/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The gift card with this code */
        post: operations["look_up_gift_card_api_v1_gift_cards_lookup_post"];
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
    "/api/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything a role can allow */
        get: operations["list_permissions_api_v1_permissions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles a person can have */
        get: operations["list_roles_api_v1_roles_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shop's settings */
        get: operations["get_settings_api_v1_settings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the shop's settings */
        patch: operations["update_settings_api_v1_settings_patch"];
        trace?: never;
    };
    "/api/v1/settings/legal/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imprint, privacy or terms */
        get: operations["get_legal_text_api_v1_settings_legal__page__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What every visitor may know of the shop */
        get: operations["get_public_settings_api_v1_settings_public_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find a customer by id, by email, or by name and postal code; without a filter, all of them */
        get: operations["find_customers_api_v1_users_get"];
        put?: never;
        /** Invite a person; they choose their password by the link */
        post: operations["invite_person_api_v1_users_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer */
        get: operations["get_customer_api_v1_users__user_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a customer's account; links mailed to an email that changes are void */
        patch: operations["update_customer_api_v1_users__user_id__patch"];
        trace?: never;
    };
    "/api/v1/users/{user_id}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer's default address */
        get: operations["get_customer_address_api_v1_users__user_id__address_get"];
        /** Replace a customer's default address */
        put: operations["put_customer_address_api_v1_users__user_id__address_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer's addresses */
        get: operations["list_customer_addresses_api_v1_users__user_id__addresses_get"];
        put?: never;
        /** Add an address for a customer */
        post: operations["add_customer_address_api_v1_users__user_id__addresses_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/addresses/{address_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a customer's address */
        delete: operations["remove_customer_address_api_v1_users__user_id__addresses__address_id__delete"];
        options?: never;
        head?: never;
        /** Change a customer's address, or make it the default */
        patch: operations["change_customer_address_api_v1_users__user_id__addresses__address_id__patch"];
        trace?: never;
    };
    "/api/v1/users/{user_id}/deactivation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an account to its owner; their sessions end */
        post: operations["deactivate_api_v1_users__user_id__deactivation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another link for a person who was invited */
        post: operations["invite_again_api_v1_users__user_id__invitation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a person a link to a new password */
        post: operations["send_reset_api_v1_users__user_id__password_reset_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer's saved payment methods */
        get: operations["list_customer_payment_methods_api_v1_users__user_id__payment_methods_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/reactivation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a closed account again */
        post: operations["reactivate_api_v1_users__user_id__reactivation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person's roles and what they allow */
        get: operations["get_roles_api_v1_users__user_id__roles_get"];
        /** Set a person's roles */
        put: operations["set_roles_api_v1_users__user_id__roles_put"];
        /** Give a person one more role */
        post: operations["grant_role_api_v1_users__user_id__roles_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a person is signed in */
        get: operations["list_customer_sessions_api_v1_users__user_id__sessions_get"];
        put?: never;
        post?: never;
        /** Sign a person out everywhere */
        delete: operations["end_customer_sessions_api_v1_users__user_id__sessions_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People as CSV, by the filters of the list */
        get: operations["export_customers_api_v1_users_export_csv_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring customers in from another shop
         * @description Each with addresses, saved payment methods and gift cards, under the ids they had; each whole or not at all.
         *
         *     The same batch again changes nothing. What cannot be taken is in `rejected`: `imported_differently` (brought in
         *     before and it read differently; it stays as it is), `email_taken`, `id_taken`, `raw_card_refused`.
         */
        post: operations["import_users_api_v1_users_imports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My account */
        get: operations["get_me_api_v1_users_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change my account */
        patch: operations["update_me_api_v1_users_me_patch"];
        trace?: never;
    };
    "/api/v1/users/me/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Address Read Multi */
        get: operations["address_read_multi_api_v1_users_me_addresses_get"];
        put?: never;
        /** Address Create */
        post: operations["address_create_api_v1_users_me_addresses_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/addresses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Address Read */
        get: operations["address_read_api_v1_users_me_addresses__id__get"];
        put?: never;
        post?: never;
        /** Address Delete */
        delete: operations["address_delete_api_v1_users_me_addresses__id__delete"];
        options?: never;
        head?: never;
        /** Address Update */
        patch: operations["address_update_api_v1_users_me_addresses__id__patch"];
        trace?: never;
    };
    "/api/v1/users/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change my password; my other sessions end */
        put: operations["change_password_api_v1_users_me_password_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My payment methods */
        get: operations["list_payment_methods_api_v1_users_me_payment_methods_get"];
        put?: never;
        /** Save a payment method, or add a gift card by its code */
        post: operations["save_payment_method_api_v1_users_me_payment_methods_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/payment-methods/{method_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of my payment methods */
        get: operations["get_payment_method_api_v1_users_me_payment_methods__method_id__get"];
        put?: never;
        post?: never;
        /** Forget a payment method */
        delete: operations["delete_payment_method_api_v1_users_me_payment_methods__method_id__delete"];
        options?: never;
        head?: never;
        /** Use this payment method by default */
        patch: operations["choose_payment_method_api_v1_users_me_payment_methods__method_id__patch"];
        trace?: never;
    };
    "/api/v1/users/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["list_my_sessions_api_v1_users_me_sessions_get"];
        put?: never;
        post?: never;
        /** Sign out everywhere; with keep_current, everywhere else */
        delete: operations["end_my_sessions_api_v1_users_me_sessions_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: operations["end_my_session_api_v1_users_me_sessions__session_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A minute in a shopper's name, for what they confirmed and staff approved */
        post: operations["delegate_internal_v1_delegations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/gift-card-payments/{payment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a payment */
        get: operations["find_internal_v1_gift_card_payments__payment_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/gift-card-payments/{payment_id}/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take what was promised */
        put: operations["capture_internal_v1_gift_card_payments__payment_id__capture_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/gift-card-payments/{payment_id}/refunds/{refund_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give money back to the card that paid */
        put: operations["refund_internal_v1_gift_card_payments__payment_id__refunds__refund_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/gift-card-payments/{payment_id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let go of what was promised; an unknown payment is void for ever */
        put: operations["void_internal_v1_gift_card_payments__payment_id__void_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/gift-cards/{gift_card_id}/adoptions/{payment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Learn of a payment from before the shop moved in */
        put: operations["adopt_internal_v1_gift_cards__gift_card_id__adoptions__payment_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/gift-cards/{gift_card_id}/credits/{credit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give money to a card that did not pay */
        put: operations["credit_internal_v1_gift_cards__gift_card_id__credits__credit_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/gift-cards/{gift_card_id}/holds/{payment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Promise money to a payment */
        put: operations["hold_internal_v1_gift_cards__gift_card_id__holds__payment_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/owner-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A link for the owner, for `make reset-owner` */
        post: operations["owner_link_internal_v1_owner_links_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a session still lives */
        get: operations["session_state_internal_v1_sessions__session_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the other services go by */
        get: operations["internal_settings_internal_v1_settings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person or guest, for the other services */
        get: operations["internal_user_internal_v1_users__user_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/users/{user_id}/payment-methods/{method_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person's payment method, with the provider's token */
        get: operations["chargeable_payment_method_internal_v1_users__user_id__payment_methods__method_id__get"];
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
         * Address
         * @example {
         *       "address1": "Lindenstraße 12",
         *       "address2": "3. OG",
         *       "city": "Berlin",
         *       "country": "DE",
         *       "id": "adr_0198f2c4",
         *       "name": "Mei Lin",
         *       "state": "",
         *       "zip": "10969"
         *     }
         */
        Address: {
            /** Address1 */
            address1: string;
            /** Address2 */
            address2: string | null;
            /** City */
            city: string;
            /** Country */
            country: string;
            /** Id */
            id: string;
            /** Is Default */
            is_default: boolean;
            /** Name */
            name: string | null;
            /** State */
            state: string;
            /** Zip */
            zip: string;
        };
        /**
         * AddressCreate
         * @example {
         *       "address1": "Lindenstraße 12",
         *       "address2": "3. OG",
         *       "city": "Berlin",
         *       "country": "DE",
         *       "name": "Mei Lin",
         *       "state": "",
         *       "zip": "10969"
         *     }
         */
        AddressCreate: {
            /** Address1 */
            address1: string;
            /** Address2 */
            address2?: string | null;
            /** City */
            city: string;
            /**
             * Country
             * @description ISO 3166 code (DE) or the country's name.
             */
            country: string;
            /**
             * Is Default
             * @default false
             */
            is_default?: boolean;
            /** Name */
            name?: string | null;
            /**
             * State
             * @default
             */
            state?: string;
            /** Zip */
            zip: string;
        };
        /**
         * AddressUpdate
         * @description A field left out stays as it is.
         */
        AddressUpdate: {
            /** Address1 */
            address1?: string | null;
            /** Address2 */
            address2?: string | null;
            /** City */
            city?: string | null;
            /** Country */
            country?: string | null;
            /** Is Default */
            is_default?: boolean | null;
            /** Name */
            name?: string | null;
            /** State */
            state?: string | null;
            /** Zip */
            zip?: string | null;
        };
        /** AuditEvent */
        AuditEvent: {
            /** Action */
            action: string;
            /** Actor Id */
            actor_id: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Detail */
            detail: {
                [key: string]: unknown;
            };
            /** Id */
            id: string;
            /** Network Address */
            network_address: string | null;
            /** Service */
            service: string;
            /** Subject Id */
            subject_id: string | null;
        };
        /**
         * Banner
         * @description A line above every page of the shop.
         */
        Banner: {
            /**
             * Enabled
             * @default false
             */
            enabled?: boolean;
            /**
             * Text
             * @default {}
             */
            text?: {
                [key: string]: string;
            };
        };
        /** BannerUpdate */
        BannerUpdate: {
            /** Enabled */
            enabled?: boolean | null;
            /** Text */
            text?: {
                [key: string]: string;
            } | null;
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
         * ChargeablePaymentMethod
         * @description For order_service alone: with the token the provider knows it by.
         */
        ChargeablePaymentMethod: {
            /** @description Of a gift card: what it can pay. */
            balance?: components["schemas"]["Money"] | null;
            /** Brand */
            brand: string | null;
            /**
             * Exp
             * @description MM/YYYY
             */
            exp?: string | null;
            /** Id */
            id: string;
            /** Is Default */
            is_default: boolean;
            /** Last4 */
            last4: string | null;
            /** Provider */
            provider: string;
            /** Provider Token */
            provider_token: string;
            /**
             * Status
             * @description Of a gift card: only an active one pays.
             */
            status?: ("active" | "expired" | "deactivated") | null;
            /** Type */
            type: string;
        };
        /**
         * CustomerUpdate
         * @description What staff correct for somebody.
         * @example {
         *       "email": "mei@mail.example",
         *       "name": "Mei Lin"
         *     }
         */
        CustomerUpdate: {
            /**
             * Email
             * @description What they sign in with from now on.
             */
            email?: string | null;
            /** First Name */
            first_name?: string | null;
            /**
             * Groups
             * @description Tags that promotions go by; in the customer's next access token.
             */
            groups?: string[] | null;
            /** Language */
            language?: ("en" | "zh") | null;
            /** Last Name */
            last_name?: string | null;
            /** Name */
            name?: string | null;
        };
        /** Deactivation */
        Deactivation: {
            /**
             * Reason
             * @description For the audit log.
             */
            reason?: string | null;
        };
        /** DelegatedToken */
        DelegatedToken: {
            /** Access Token */
            access_token: string;
            /** Expires In */
            expires_in: number;
        };
        /**
         * DelegationRequest
         * @description For what one confirmed deed the token is: it is made long after the shopper's own has run out.
         */
        DelegationRequest: {
            /** Actor Id */
            actor_id: string;
            /** Confirmation Id */
            confirmation_id: string;
            /** Subject Id */
            subject_id: string;
            /** Tool */
            tool: string;
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
         * GiftCard
         * @example {
         *       "balance": {
         *         "amount": 5000,
         *         "currency": "EUR"
         *       },
         *       "created_at": "2026-01-05T09:30:00Z",
         *       "id": "gc_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "last4": "HT3C",
         *       "reserved": {
         *         "amount": 0,
         *         "currency": "EUR"
         *       },
         *       "status": "active"
         *     }
         */
        GiftCard: {
            balance: components["schemas"]["Money"];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Id */
            id: string;
            /**
             * Last4
             * @description The end of its code.
             */
            last4: string;
            /**
             * Owner Id
             * @description In whose wallet it is.
             */
            owner_id: string | null;
            /** @description What of the balance is promised to payments that are under way. */
            reserved: components["schemas"]["Money"];
            /**
             * Status
             * @enum {string}
             */
            status: "active" | "expired" | "deactivated";
        };
        /**
         * GiftCardAdjustment
         * @example {
         *       "amount": {
         *         "amount": -500,
         *         "currency": "EUR"
         *       },
         *       "reason": "Issued twice"
         *     }
         */
        GiftCardAdjustment: {
            /** @description What is added; below zero it is taken. */
            amount: components["schemas"]["Money"];
            /** Reason */
            reason: string;
        };
        /**
         * GiftCardClaim
         * @description A gift card comes into the wallet by its code.
         * @example {
         *       "code": "7KQM-PX4A-92DV-HT3C",
         *       "type": "gift_card"
         *     }
         */
        GiftCardClaim: {
            /** Code */
            code: string;
            /**
             * Is Default
             * @default false
             */
            is_default?: boolean;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "gift_card";
        };
        /**
         * GiftCardClosing
         * @example {
         *       "reason": "Reported stolen"
         *     }
         */
        GiftCardClosing: {
            /** Reason */
            reason: string;
        };
        /**
         * GiftCardCredit
         * @description Money for a card that did not pay for this order.
         * @example {
         *       "amount": {
         *         "amount": 4900,
         *         "currency": "EUR"
         *       },
         *       "order_id": "ord_0198"
         *     }
         */
        GiftCardCredit: {
            amount: components["schemas"]["Money"];
            /** Order Id */
            order_id: string;
        };
        /**
         * GiftCardDetail
         * @example {
         *       "balance": {
         *         "amount": 5000,
         *         "currency": "EUR"
         *       },
         *       "created_at": "2026-01-05T09:30:00Z",
         *       "id": "gc_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "last4": "HT3C",
         *       "reserved": {
         *         "amount": 0,
         *         "currency": "EUR"
         *       },
         *       "status": "active"
         *     }
         */
        GiftCardDetail: {
            balance: components["schemas"]["Money"];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Id */
            id: string;
            /**
             * Last4
             * @description The end of its code.
             */
            last4: string;
            /** @description Newest first; `limit` and `cursor` page it. */
            ledger: components["schemas"]["Page_GiftCardEntry_"];
            /**
             * Owner Id
             * @description In whose wallet it is.
             */
            owner_id: string | null;
            /** @description What of the balance is promised to payments that are under way. */
            reserved: components["schemas"]["Money"];
            /**
             * Status
             * @enum {string}
             */
            status: "active" | "expired" | "deactivated";
        };
        /**
         * GiftCardEntry
         * @description By how much the balance, and what is reserved of it, changed.
         */
        GiftCardEntry: {
            /** Actor Id */
            actor_id: string | null;
            amount: components["schemas"]["Money"];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /** Order Id */
            order_id: string | null;
            /** Reason */
            reason: string | null;
            /**
             * Reference
             * @description The payment, refund or credit.
             */
            reference: string;
            reserved: components["schemas"]["Money"];
            /**
             * Type
             * @enum {string}
             */
            type: "issue" | "hold" | "capture" | "void" | "refund" | "credit" | "adjustment";
        };
        /**
         * GiftCardHold
         * @example {
         *       "amount": {
         *         "amount": 4900,
         *         "currency": "EUR"
         *       },
         *       "order_id": "ord_0198"
         *     }
         */
        GiftCardHold: {
            amount: components["schemas"]["Money"];
            /** Order Id */
            order_id: string;
        };
        /**
         * GiftCardIssue
         * @example {
         *       "balance": {
         *         "amount": 5000,
         *         "currency": "EUR"
         *       },
         *       "reason": "Sorry for the delay"
         *     }
         */
        GiftCardIssue: {
            balance: components["schemas"]["Money"];
            /** Expires At */
            expires_at?: string | null;
            /**
             * Owner Id
             * @description Whose wallet it goes into; left out, whoever types its code first.
             */
            owner_id?: string | null;
            /**
             * Reason
             * @description For the ledger and the audit log.
             */
            reason?: string | null;
        };
        /**
         * GiftCardLookup
         * @example {
         *       "code": "7KQM-PX4A-92DV-HT3C"
         *     }
         */
        GiftCardLookup: {
            /** Code */
            code: string;
        };
        /**
         * GiftCardPayment
         * @description `refunded`: how much of `amount` went back onto the card. A tombstone has no card.
         */
        GiftCardPayment: {
            /** Amount */
            amount: number;
            /** Gift Card Id */
            gift_card_id: string | null;
            /** Payment Id */
            payment_id: string;
            /** Refunded */
            refunded: number;
            /**
             * State
             * @enum {string}
             */
            state: "held" | "captured" | "voided";
        };
        /**
         * GiftCardRefund
         * @example {
         *       "amount": {
         *         "amount": 4900,
         *         "currency": "EUR"
         *       }
         *     }
         */
        GiftCardRefund: {
            amount: components["schemas"]["Money"];
        };
        /** GuestRequest */
        GuestRequest: {
            /**
             * Cookie
             * @default false
             */
            cookie?: boolean;
        };
        /**
         * ImportedGiftCard
         * @description It has no code here: its owner's wallet is the way to it.
         */
        ImportedGiftCard: {
            balance: components["schemas"]["Money"];
            /** Expires At */
            expires_at?: string | null;
            /** Id */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "gift_card";
        };
        /**
         * ImportedMethod
         * @description A card or a PayPal account: the payment provider knows it by `token`.
         */
        ImportedMethod: {
            /** Brand */
            brand?: string | null;
            /** Exp Month */
            exp_month?: number | null;
            /** Exp Year */
            exp_year?: number | null;
            /** Id */
            id: string;
            /** Last4 */
            last4?: string | null;
            /**
             * Provider
             * @default test
             * @constant
             */
            provider?: "test";
            /**
             * Token
             * @default tok_approve
             */
            token?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "card" | "paypal";
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
         * InternalSettings
         * @description What the other services go by.
         */
        InternalSettings: {
            /** Contact Email */
            contact_email: string | null;
            /** Currencies */
            currencies: string[];
            invoices: components["schemas"]["Invoices"];
            /** Low Stock Threshold */
            low_stock_threshold: number;
            /** Mail Sender Name */
            mail_sender_name: string | null;
            /** Order Mails */
            order_mails: boolean;
            /** Return Window Days */
            return_window_days: number;
            /** Shop Name */
            shop_name: {
                [key: string]: string;
            };
            /** Version */
            version: number;
        };
        /**
         * InternalUser
         * @description What the other services need to know; a guest has an id and nothing else.
         */
        InternalUser: {
            default_address?: components["schemas"]["Address"] | null;
            /** Email */
            email?: string | null;
            /** Id */
            id: string;
            /**
             * Is Guest
             * @default false
             */
            is_guest?: boolean;
            /** Language */
            language?: string | null;
            /**
             * Name
             * @default
             */
            name?: string;
        };
        /**
         * Invitation
         * @description The link is mailed too; hand it over yourself where mail does not arrive. It is shown this once.
         */
        Invitation: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Link */
            link: string;
            user: components["schemas"]["User"];
        };
        /**
         * Invoices
         * @description What invoices and credit notes say of the shop; without a legal name they have the shop's.
         */
        Invoices: {
            /** Address */
            address?: string | null;
            /**
             * Credit Note Prefix
             * @default CN-
             */
            credit_note_prefix?: string;
            /**
             * Invoice Prefix
             * @default INV-
             */
            invoice_prefix?: string;
            /** Legal Name */
            legal_name?: string | null;
            /**
             * Numbered By Year
             * @description Whether numbers begin anew each year, which is then in them.
             * @default false
             */
            numbered_by_year?: boolean;
            /** Tax Id */
            tax_id?: string | null;
        };
        /** InvoicesUpdate */
        InvoicesUpdate: {
            /**
             * Address
             * @description Several lines.
             */
            address?: string | null;
            /** Credit Note Prefix */
            credit_note_prefix?: string | null;
            /** Invoice Prefix */
            invoice_prefix?: string | null;
            /** Legal Name */
            legal_name?: string | null;
            /** Numbered By Year */
            numbered_by_year?: boolean | null;
            /** Tax Id */
            tax_id?: string | null;
        };
        /**
         * IssuedGiftCard
         * @example {
         *       "balance": {
         *         "amount": 5000,
         *         "currency": "EUR"
         *       },
         *       "created_at": "2026-01-05T09:30:00Z",
         *       "id": "gc_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "last4": "HT3C",
         *       "reserved": {
         *         "amount": 0,
         *         "currency": "EUR"
         *       },
         *       "status": "active"
         *     }
         */
        IssuedGiftCard: {
            balance: components["schemas"]["Money"];
            /**
             * Code
             * @description Shown here and never again: hand it to whom the card is for.
             */
            code: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Id */
            id: string;
            /**
             * Last4
             * @description The end of its code.
             */
            last4: string;
            /**
             * Owner Id
             * @description In whose wallet it is.
             */
            owner_id: string | null;
            /** @description What of the balance is promised to payments that are under way. */
            reserved: components["schemas"]["Money"];
            /**
             * Status
             * @enum {string}
             */
            status: "active" | "expired" | "deactivated";
        };
        /**
         * Legal
         * @description The pages a shop must show, in Markdown.
         */
        Legal: {
            /**
             * Imprint
             * @default {}
             */
            imprint?: {
                [key: string]: string;
            };
            /**
             * Privacy
             * @default {}
             */
            privacy?: {
                [key: string]: string;
            };
            /**
             * Terms
             * @default {}
             */
            terms?: {
                [key: string]: string;
            };
        };
        /**
         * LegalText
         * @example {
         *       "page": "terms",
         *       "text": "# Terms\n\nThese terms …"
         *     }
         */
        LegalText: {
            /**
             * Page
             * @enum {string}
             */
            page: "imprint" | "privacy" | "terms";
            /**
             * Text
             * @description Markdown, in the language of the request.
             */
            text: string;
        };
        /** LegalUpdate */
        LegalUpdate: {
            /** Imprint */
            imprint?: {
                [key: string]: string;
            } | null;
            /** Privacy */
            privacy?: {
                [key: string]: string;
            } | null;
            /** Terms */
            terms?: {
                [key: string]: string;
            } | null;
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
         * NewPassword
         * @example {
         *       "password": "a long one",
         *       "token": "lnk_0198f2c4….pBq1…"
         *     }
         */
        NewPassword: {
            /** Password */
            password: string;
            /**
             * Token
             * @description From the link: `?token=…`.
             */
            token: string;
        };
        /** OwnerForm */
        OwnerForm: {
            /** Email */
            email: string;
            /** Name */
            name?: string | null;
            /** Password */
            password: string;
            /** Token */
            token: string;
        };
        /** OwnerLink */
        OwnerLink: {
            /** Email */
            email: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Link */
            link: string;
        };
        /** OwnerLinkRequest */
        OwnerLinkRequest: {
            /** Email */
            email?: string | null;
        };
        /** Page[Address] */
        Page_Address_: {
            /** Items */
            items: components["schemas"]["Address"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[AuditEvent] */
        Page_AuditEvent_: {
            /** Items */
            items: components["schemas"]["AuditEvent"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[GiftCard] */
        Page_GiftCard_: {
            /** Items */
            items: components["schemas"]["GiftCard"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[GiftCardEntry] */
        Page_GiftCardEntry_: {
            /** Items */
            items: components["schemas"]["GiftCardEntry"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[PaymentMethod] */
        Page_PaymentMethod_: {
            /** Items */
            items: components["schemas"]["PaymentMethod"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[Person] */
        Page_Person_: {
            /** Items */
            items: components["schemas"]["Person"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** PasswordChange */
        PasswordChange: {
            /** Current Password */
            current_password: string;
            /** New Password */
            new_password: string;
        };
        /** PaymentMethod */
        PaymentMethod: {
            /** @description Of a gift card: what it can pay. */
            balance?: components["schemas"]["Money"] | null;
            /** Brand */
            brand: string | null;
            /**
             * Exp
             * @description MM/YYYY
             */
            exp?: string | null;
            /** Id */
            id: string;
            /** Is Default */
            is_default: boolean;
            /** Last4 */
            last4: string | null;
            /** Provider */
            provider: string;
            /**
             * Status
             * @description Of a gift card: only an active one pays.
             */
            status?: ("active" | "expired" | "deactivated") | null;
            /** Type */
            type: string;
        };
        /**
         * PaymentMethodCreate
         * @example {
         *       "brand": "Visa",
         *       "exp_month": 12,
         *       "exp_year": 2031,
         *       "last4": "4242",
         *       "provider": "test",
         *       "token": "tok_approve",
         *       "type": "card"
         *     }
         */
        PaymentMethodCreate: {
            /** Brand */
            brand?: string | null;
            /** Exp Month */
            exp_month?: number | null;
            /** Exp Year */
            exp_year?: number | null;
            /**
             * Is Default
             * @default false
             */
            is_default?: boolean;
            /** Last4 */
            last4?: string | null;
            /**
             * Provider
             * @default test
             * @constant
             */
            provider?: "test";
            /**
             * Token
             * @description What the provider's own form gave for the card; never a card number.
             */
            token: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "card" | "paypal";
        };
        /** PaymentMethodUpdate */
        PaymentMethodUpdate: {
            /**
             * Is Default
             * @description Use this one from now on.
             * @constant
             */
            is_default: true;
        };
        /** Permission */
        Permission: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /** PermissionList */
        PermissionList: {
            /** Items */
            items: components["schemas"]["Permission"][];
            /** Next Cursor */
            next_cursor?: null;
        };
        /**
         * Person
         * @description Somebody as the staff sees them.
         * @example {
         *       "created_at": "2026-01-05T09:30:00Z",
         *       "email": "mei@mail.example",
         *       "first_name": "Mei",
         *       "groups": [],
         *       "id": "usr_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "language": "en",
         *       "last_name": "Lin",
         *       "name": "Mei Lin",
         *       "roles": [
         *         "shopper"
         *       ],
         *       "status": "active",
         *       "updated_at": "2026-01-05T09:30:00Z"
         *     }
         */
        Person: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /** First Name */
            first_name: string;
            /**
             * Groups
             * @description What staff tagged the customer with.
             * @default []
             */
            groups?: string[];
            /** Id */
            id: string;
            /** Language */
            language: string;
            /** Last Name */
            last_name: string;
            /**
             * Last Seen At
             * @description When they last signed in or came back, if they still can.
             */
            last_seen_at?: string | null;
            /** Name */
            name: string;
            /** Roles */
            roles: string[];
            /**
             * Status
             * @description `invited`: no password was chosen yet; `deactivated`: cannot sign in.
             * @default active
             * @enum {string}
             */
            status?: "active" | "invited" | "deactivated";
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * PersonCreate
         * @description Somebody whom staff lets in; they choose their password by a link.
         * @example {
         *       "email": "jun@shop.example",
         *       "name": "Jun Ito",
         *       "roles": [
         *         "support"
         *       ]
         *     }
         */
        PersonCreate: {
            /** Email */
            email: string;
            /** First Name */
            first_name?: string | null;
            /**
             * Language
             * @description Default: the language of the request.
             */
            language?: ("en" | "zh") | null;
            /** Last Name */
            last_name?: string | null;
            /** Name */
            name?: string | null;
            /**
             * Roles
             * @description Staff roles need the permission roles:write.
             * @default []
             */
            roles?: ("shopper" | "support" | "manager" | "owner")[];
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
         * PublicSettings
         * @description What a visitor's page needs, in the language of the request.
         * @example {
         *       "banner": "Free shipping this week",
         *       "contact_email": "hello@shop.example",
         *       "currencies": [
         *         "EUR",
         *         "USD",
         *         "JPY"
         *       ],
         *       "currency": "EUR",
         *       "default_language": "en",
         *       "languages": [
         *         "en",
         *         "zh"
         *       ],
         *       "legal_pages": [
         *         "imprint",
         *         "privacy",
         *         "terms"
         *       ],
         *       "return_window_days": 30,
         *       "shop_name": "Lindenhof Supplies"
         *     }
         */
        PublicSettings: {
            /**
             * Banner
             * @description Null while there is none, or it is switched off.
             */
            banner: string | null;
            /** Contact Email */
            contact_email: string | null;
            /**
             * Currencies
             * @description All it sells in, its own first.
             */
            currencies: string[];
            /** Currency */
            currency: string;
            /**
             * Default Language
             * @enum {string}
             */
            default_language: "en" | "zh";
            /** Languages */
            languages: string[];
            /**
             * Legal Pages
             * @description Those that have a text: GET /api/v1/settings/legal/{page}.
             */
            legal_pages: ("imprint" | "privacy" | "terms")[];
            /** Return Window Days */
            return_window_days: number;
            /** Shop Name */
            shop_name: string;
        };
        /** RefreshRequest */
        RefreshRequest: {
            /**
             * Cookie
             * @default false
             */
            cookie?: boolean;
            /** Refresh Token */
            refresh_token?: string | null;
        };
        /**
         * Registration
         * @example {
         *       "email": "mei@mail.example",
         *       "name": "Mei Lin",
         *       "password": "a long sentence"
         *     }
         */
        Registration: {
            /** Email */
            email: string;
            /** First Name */
            first_name?: string | null;
            /**
             * Guest Token
             * @description A guest whose cart and chats come along.
             */
            guest_token?: string | null;
            /**
             * Language
             * @description Default: the language of the request.
             */
            language?: ("en" | "zh") | null;
            /** Last Name */
            last_name?: string | null;
            /** Name */
            name?: string | null;
            /** Password */
            password: string;
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
         * ResetAsked
         * @description The same answer whether or not there is such an account.
         */
        ResetAsked: {
            /**
             * Status
             * @default if_there_is_such_an_account_a_mail_is_on_its_way
             */
            status?: string;
        };
        /**
         * ResetRequest
         * @example {
         *       "email": "mei@mail.example"
         *     }
         */
        ResetRequest: {
            /** Email */
            email: string;
        };
        /**
         * Role
         * @example {
         *       "id": "support",
         *       "name": "Customer service",
         *       "permissions": [
         *         "orders:read",
         *         "users:read"
         *       ]
         *     }
         */
        Role: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Permissions */
            permissions: string[];
        };
        /** RoleGrant */
        RoleGrant: {
            /**
             * Role
             * @enum {string}
             */
            role: "shopper" | "support" | "manager" | "owner";
        };
        /** RoleList */
        RoleList: {
            /** Items */
            items: components["schemas"]["Role"][];
            /** Next Cursor */
            next_cursor?: null;
        };
        /**
         * RoleSet
         * @example {
         *       "roles": [
         *         "shopper",
         *         "support"
         *       ]
         *     }
         */
        RoleSet: {
            /** Roles */
            roles: ("shopper" | "support" | "manager" | "owner")[];
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
         * Session
         * @description A place where somebody is signed in.
         * @example {
         *       "client": "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
         *       "created_at": "2026-01-05T09:30:00Z",
         *       "current": true,
         *       "expires_at": "2026-02-05T08:00:00Z",
         *       "id": "ses_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "last_seen_at": "2026-01-06T08:00:00Z",
         *       "network_address": "203.0.113.7"
         *     }
         */
        Session: {
            /**
             * Client
             * @description The browser's User-Agent.
             */
            client: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Current
             * @description The session of this very request.
             * @default false
             */
            current?: boolean;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: string;
            /**
             * Last Seen At
             * Format: date-time
             */
            last_seen_at: string;
            /**
             * Network Address
             * @description Where they signed in.
             */
            network_address: string | null;
        };
        /** SessionList */
        SessionList: {
            /** Items */
            items: components["schemas"]["Session"][];
            /** Next Cursor */
            next_cursor?: null;
        };
        /**
         * SessionStart
         * @description Whom the cookie of a browser signs in, with an access token for the page; `user` is null for a guest.
         * @example {
         *       "access_token": "eyJhbGciOiJSUzI1NiIs…",
         *       "expires_in": 900,
         *       "refresh_token": "ses_0198f2c4….0.pBq1…",
         *       "subject_id": "usr_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "token_type": "bearer"
         *     }
         */
        SessionStart: {
            /** Access Token */
            access_token: string;
            /** Expires In */
            expires_in: number;
            /** Refresh Token */
            refresh_token?: string | null;
            /** Subject Id */
            subject_id: string;
            /**
             * Token Type
             * @default bearer
             * @constant
             */
            token_type?: "bearer";
            user?: components["schemas"]["User"] | null;
        };
        /** SessionState */
        SessionState: {
            /** Active */
            active: boolean;
        };
        /**
         * ShopSettings
         * @description All settings of the shop. `currency` is read-only, `currencies` are those besides it.
         * @example {
         *       "banner": {
         *         "enabled": true,
         *         "text": {
         *           "en": "Free shipping this week",
         *           "zh": "本周免运费"
         *         }
         *       },
         *       "contact_email": "hello@shop.example",
         *       "currencies": [
         *         "USD",
         *         "JPY"
         *       ],
         *       "currency": "EUR",
         *       "default_language": "en",
         *       "invoices": {
         *         "address": "Lindenhof 7\n10115 Berlin\nGermany",
         *         "credit_note_prefix": "CN-",
         *         "invoice_prefix": "INV-",
         *         "legal_name": "Lindenhof Supplies GmbH",
         *         "numbered_by_year": false,
         *         "tax_id": "DE123456789"
         *       },
         *       "legal": {
         *         "imprint": {
         *           "en": "# Imprint"
         *         },
         *         "privacy": {},
         *         "terms": {}
         *       },
         *       "low_stock_threshold": 5,
         *       "mail_sender_name": "Lindenhof Supplies",
         *       "order_mails": true,
         *       "return_window_days": 30,
         *       "shop_name": {
         *         "en": "Lindenhof Supplies",
         *         "zh": "林登霍夫用品店"
         *       },
         *       "updated_at": "2026-01-05T09:30:00Z",
         *       "updated_by": "usr_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "version": 3
         *     }
         */
        ShopSettings: {
            banner: components["schemas"]["Banner"];
            /** Contact Email */
            contact_email: string | null;
            /** Currencies */
            currencies: string[];
            /** Currency */
            currency: string;
            /**
             * Default Language
             * @enum {string}
             */
            default_language: "en" | "zh";
            invoices: components["schemas"]["Invoices"];
            legal: components["schemas"]["Legal"];
            /** Low Stock Threshold */
            low_stock_threshold: number;
            /** Mail Sender Name */
            mail_sender_name: string | null;
            /** Order Mails */
            order_mails: boolean;
            /** Return Window Days */
            return_window_days: number;
            /** Shop Name */
            shop_name: {
                [key: string]: string;
            };
            /** Updated At */
            updated_at: string | null;
            /** Updated By */
            updated_by: string | null;
            /**
             * Version
             * @description Counts the changes; 0 while everything is as it came.
             */
            version: number;
        };
        /**
         * ShopSettingsUpdate
         * @description A field left out stays as it is; null gives it its default again. The shop's own currency is not among
         *     them: it is set by DEFAULT_CURRENCY before the first sale, since prices and orders are in it.
         * @example {
         *       "banner": {
         *         "enabled": true,
         *         "text": {
         *           "en": "Free shipping this week",
         *           "zh": "本周免运费"
         *         }
         *       },
         *       "contact_email": "hello@shop.example",
         *       "currencies": [
         *         "USD",
         *         "JPY"
         *       ],
         *       "default_language": "en",
         *       "invoices": {
         *         "address": "Lindenhof 7\n10115 Berlin\nGermany",
         *         "credit_note_prefix": "CN-",
         *         "invoice_prefix": "INV-",
         *         "legal_name": "Lindenhof Supplies GmbH",
         *         "numbered_by_year": false,
         *         "tax_id": "DE123456789"
         *       },
         *       "low_stock_threshold": 5,
         *       "mail_sender_name": "Lindenhof Supplies",
         *       "order_mails": true,
         *       "return_window_days": 30,
         *       "shop_name": {
         *         "en": "Lindenhof Supplies",
         *         "zh": "林登霍夫用品店"
         *       }
         *     }
         */
        ShopSettingsUpdate: {
            banner?: components["schemas"]["BannerUpdate"] | null;
            /** Contact Email */
            contact_email?: string | null;
            /**
             * Currencies
             * @description What the shop sells in besides its own currency.
             */
            currencies?: string[] | null;
            /** Default Language */
            default_language?: ("en" | "zh") | null;
            invoices?: components["schemas"]["InvoicesUpdate"] | null;
            legal?: components["schemas"]["LegalUpdate"] | null;
            /** Low Stock Threshold */
            low_stock_threshold?: number | null;
            /** Mail Sender Name */
            mail_sender_name?: string | null;
            /**
             * Order Mails
             * @description Whether customers get mails about their orders.
             */
            order_mails?: boolean | null;
            /** Return Window Days */
            return_window_days?: number | null;
            /** Shop Name */
            shop_name?: {
                [key: string]: string;
            } | null;
        };
        /**
         * TokenForm
         * @description The OAuth2 password form (RFC 6749 §4.3), or client credentials for a service (§4.4).
         */
        TokenForm: {
            /** Client Id */
            client_id?: string | null;
            /** Client Secret */
            client_secret?: string | null;
            /**
             * Cookie
             * @description Browsers: put the refresh token into a cookie instead of the answer.
             * @default false
             */
            cookie?: boolean;
            /**
             * Grant Type
             * @default password
             * @enum {string}
             */
            grant_type?: "password" | "client_credentials";
            /** Guest Token */
            guest_token?: string | null;
            /** Password */
            password?: string | null;
            /**
             * Scope
             * @description Taken for compatibility; permissions come from roles.
             * @default
             */
            scope?: string;
            /**
             * Username
             * @description The email address.
             */
            username?: string | null;
        };
        /**
         * TokenPair
         * @description `refresh_token` is null for services, and for browsers that keep it in a cookie.
         * @example {
         *       "access_token": "eyJhbGciOiJSUzI1NiIs…",
         *       "expires_in": 900,
         *       "refresh_token": "ses_0198f2c4….0.pBq1…",
         *       "subject_id": "usr_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "token_type": "bearer"
         *     }
         */
        TokenPair: {
            /** Access Token */
            access_token: string;
            /** Expires In */
            expires_in: number;
            /** Refresh Token */
            refresh_token?: string | null;
            /** Subject Id */
            subject_id: string;
            /**
             * Token Type
             * @default bearer
             * @constant
             */
            token_type?: "bearer";
        };
        /**
         * User
         * @example {
         *       "created_at": "2026-01-05T09:30:00Z",
         *       "email": "mei@mail.example",
         *       "first_name": "Mei",
         *       "groups": [],
         *       "id": "usr_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
         *       "language": "en",
         *       "last_name": "Lin",
         *       "name": "Mei Lin",
         *       "roles": [
         *         "shopper"
         *       ],
         *       "status": "active",
         *       "updated_at": "2026-01-05T09:30:00Z"
         *     }
         */
        User: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /** First Name */
            first_name: string;
            /**
             * Groups
             * @description What staff tagged the customer with.
             * @default []
             */
            groups?: string[];
            /** Id */
            id: string;
            /** Language */
            language: string;
            /** Last Name */
            last_name: string;
            /** Name */
            name: string;
            /** Roles */
            roles: string[];
            /**
             * Status
             * @description `invited`: no password was chosen yet; `deactivated`: cannot sign in.
             * @default active
             * @enum {string}
             */
            status?: "active" | "invited" | "deactivated";
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * UserImport
         * @description The first address is the default one unless another says so; they choose a password by the mailed link.
         */
        UserImport: {
            /** Addresses */
            addresses?: components["schemas"]["AddressCreate"][];
            /** Email */
            email: string;
            /** First Name */
            first_name?: string | null;
            /** Id */
            id: string;
            /**
             * Language
             * @description Default: the language of the request.
             */
            language?: ("en" | "zh") | null;
            /** Last Name */
            last_name?: string | null;
            /** Name */
            name?: string | null;
            /** Payment Methods */
            payment_methods?: (components["schemas"]["ImportedMethod"] | components["schemas"]["ImportedGiftCard"])[];
        };
        /**
         * UserImports
         * @example {
         *       "items": [
         *         {
         *           "addresses": [
         *             {
         *               "address1": "12 Lime St",
         *               "city": "Denver",
         *               "country": "USA",
         *               "state": "CO",
         *               "zip": "80279"
         *             }
         *           ],
         *           "email": "mei@mail.example",
         *           "first_name": "Mei",
         *           "id": "mei_lin_6181",
         *           "last_name": "Lin",
         *           "payment_methods": [
         *             {
         *               "id": "paypal_5727330",
         *               "type": "paypal"
         *             },
         *             {
         *               "brand": "mastercard",
         *               "id": "card_7815826",
         *               "last4": "9212",
         *               "type": "card"
         *             },
         *             {
         *               "balance": {
         *                 "amount": 5100,
         *                 "currency": "USD"
         *               },
         *               "id": "gift_card_1725971",
         *               "type": "gift_card"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        UserImports: {
            /** Items */
            items: components["schemas"]["UserImport"][];
        };
        /** UserRoles */
        UserRoles: {
            /** Permissions */
            permissions: string[];
            /** Roles */
            roles: string[];
        };
        /**
         * UserUpdate
         * @description What people change about themselves; a field left out stays as it is.
         */
        UserUpdate: {
            /** First Name */
            first_name?: string | null;
            /** Language */
            language?: ("en" | "zh") | null;
            /** Last Name */
            last_name?: string | null;
            /** Name */
            name?: string | null;
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
    jwks__well_known_jwks_json_get: {
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    list_audit_events_api_v1_audit_events_get: {
        parameters: {
            query?: {
                action?: string | null;
                actor_id?: string | null;
                cursor?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
                service?: string | null;
                since?: string | null;
                /** @description The person, order or thing it was done to. */
                subject_id?: string | null;
                until?: string | null;
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
                    "application/json": components["schemas"]["Page_AuditEvent_"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    export_audit_events_api_v1_audit_events_export_csv_get: {
        parameters: {
            query?: {
                action?: string | null;
                actor_id?: string | null;
                service?: string | null;
                since?: string | null;
                /** @description The person, order or thing it was done to. */
                subject_id?: string | null;
                until?: string | null;
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
    guest_api_v1_auth_guest_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GuestRequest"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    logout_api_v1_auth_logout_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"] | null;
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
    owner_setup_page_api_v1_auth_owner_setup_get: {
        parameters: {
            query: {
                token: string;
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
    claim_ownership_api_v1_auth_owner_setup_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["OwnerForm"];
            };
        };
        responses: {
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
    password_page_api_v1_auth_password_reset_get: {
        parameters: {
            query: {
                token: string;
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
                    "text/html": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "text/html": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_for_reset_api_v1_auth_password_reset_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetAsked"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    choose_password_api_v1_auth_password_reset_confirmation_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
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
    refresh_api_v1_auth_refresh_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    register_api_v1_auth_register_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    session_api_v1_auth_session_post: {
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
                    "application/json": components["schemas"]["SessionStart"];
                };
            };
            /** @description Nobody: there is no cookie, or it was over and is cleared */
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
    token_api_v1_auth_token_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    list_gift_cards_api_v1_gift_cards_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                last4?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
                owner_id?: string | null;
                status?: string | null;
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
                    "application/json": components["schemas"]["Page_GiftCard_"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    issue_gift_card_api_v1_gift_cards_post: {
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
                "application/json": components["schemas"]["GiftCardIssue"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedGiftCard"];
                };
            };
            /** @description idempotency_key_reused, wallet_full */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description other_currency, expires_in_the_past */
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
    get_gift_card_api_v1_gift_cards__gift_card_id__get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path: {
                gift_card_id: string;
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
                    "application/json": components["schemas"]["GiftCardDetail"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    adjust_gift_card_api_v1_gift_cards__gift_card_id__adjustments_post: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, new for every intent: the same key and body always get the same reply. */
                "Idempotency-Key": string;
            };
            path: {
                gift_card_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiftCardAdjustment"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftCard"];
                };
            };
            /** @description adjustment_too_large, idempotency_key_reused */
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
    deactivate_gift_card_api_v1_gift_cards__gift_card_id__deactivation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gift_card_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiftCardClosing"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftCard"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    reactivate_gift_card_api_v1_gift_cards__gift_card_id__reactivation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gift_card_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiftCardClosing"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftCard"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    look_up_gift_card_api_v1_gift_cards_lookup_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiftCardLookup"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftCard"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
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
    list_permissions_api_v1_permissions_get: {
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
                    "application/json": components["schemas"]["PermissionList"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    list_roles_api_v1_roles_get: {
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
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    get_settings_api_v1_settings_get: {
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
                    "application/json": components["schemas"]["ShopSettings"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    update_settings_api_v1_settings_patch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShopSettingsUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopSettings"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    get_legal_text_api_v1_settings_legal__page__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                page: "imprint" | "privacy" | "terms";
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
                    "application/json": components["schemas"]["LegalText"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    get_public_settings_api_v1_settings_public_get: {
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
                    "application/json": components["schemas"]["PublicSettings"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    find_customers_api_v1_users_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                email?: string | null;
                first_name?: string | null;
                /** @description These people; who is unknown is left out. */
                ids?: string[] | null;
                last_name?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description Words that are all in the email or the name. */
                q?: string | null;
                /** @description `customer`: nobody of the staff; `staff`: anybody. */
                role?: ("customer" | "staff" | "support" | "manager" | "owner") | null;
                sort?: "newest" | "oldest" | "name" | "email";
                status?: ("active" | "invited" | "deactivated") | null;
                zip?: string | null;
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
                    "application/json": components["schemas"]["Page_Person_"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    invite_person_api_v1_users_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    get_customer_api_v1_users__user_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
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
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    update_customer_api_v1_users__user_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    get_customer_address_api_v1_users__user_id__address_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
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
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    put_customer_address_api_v1_users__user_id__address_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    list_customer_addresses_api_v1_users__user_id__addresses_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path: {
                user_id: string;
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
                    "application/json": components["schemas"]["Page_Address_"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    add_customer_address_api_v1_users__user_id__addresses_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    remove_customer_address_api_v1_users__user_id__addresses__address_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address_id: string;
                user_id: string;
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
    change_customer_address_api_v1_users__user_id__addresses__address_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    deactivate_api_v1_users__user_id__deactivation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Deactivation"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    invite_again_api_v1_users__user_id__invitation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    send_reset_api_v1_users__user_id__password_reset_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
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
                    "application/json": components["schemas"]["ResetAsked"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    list_customer_payment_methods_api_v1_users__user_id__payment_methods_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path: {
                user_id: string;
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
                    "application/json": components["schemas"]["Page_PaymentMethod_"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    reactivate_api_v1_users__user_id__reactivation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
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
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    get_roles_api_v1_users__user_id__roles_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
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
                    "application/json": components["schemas"]["UserRoles"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    set_roles_api_v1_users__user_id__roles_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRoles"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    grant_role_api_v1_users__user_id__roles_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleGrant"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRoles"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    list_customer_sessions_api_v1_users__user_id__sessions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
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
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    end_customer_sessions_api_v1_users__user_id__sessions_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
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
    export_customers_api_v1_users_export_csv_get: {
        parameters: {
            query?: {
                q?: string | null;
                role?: ("customer" | "staff" | "support" | "manager" | "owner") | null;
                status?: ("active" | "invited" | "deactivated") | null;
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
    import_users_api_v1_users_imports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserImports"];
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
    get_me_api_v1_users_me_get: {
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
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    update_me_api_v1_users_me_patch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    address_read_multi_api_v1_users_me_addresses_get: {
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
                    "application/json": components["schemas"]["Page_Address_"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    address_create_api_v1_users_me_addresses_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    address_read_api_v1_users_me_addresses__id__get: {
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
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    address_delete_api_v1_users_me_addresses__id__delete: {
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
    address_update_api_v1_users_me_addresses__id__patch: {
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
                "application/json": components["schemas"]["AddressUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    change_password_api_v1_users_me_password_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
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
    list_payment_methods_api_v1_users_me_payment_methods_get: {
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
                    "application/json": components["schemas"]["Page_PaymentMethod_"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    save_payment_method_api_v1_users_me_payment_methods_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentMethodCreate"] | components["schemas"]["GiftCardClaim"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentMethod"];
                };
            };
            /** @description unknown_gift_card_code */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description wallet_full, gift_card_taken, gift_card_not_usable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_gift_card_codes */
            429: {
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
    get_payment_method_api_v1_users_me_payment_methods__method_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                method_id: string;
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
                    "application/json": components["schemas"]["PaymentMethod"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    delete_payment_method_api_v1_users_me_payment_methods__method_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                method_id: string;
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
    choose_payment_method_api_v1_users_me_payment_methods__method_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                method_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentMethodUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentMethod"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    list_my_sessions_api_v1_users_me_sessions_get: {
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
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    end_my_sessions_api_v1_users_me_sessions_delete: {
        parameters: {
            query?: {
                keep_current?: boolean;
            };
            header?: never;
            path?: never;
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
    end_my_session_api_v1_users_me_sessions__session_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
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
    delegate_internal_v1_delegations_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegationRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegatedToken"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    find_internal_v1_gift_card_payments__payment_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payment_id: string;
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
                    "application/json": components["schemas"]["GiftCardPayment"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    capture_internal_v1_gift_card_payments__payment_id__capture_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payment_id: string;
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
                    "application/json": components["schemas"]["GiftCardPayment"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    refund_internal_v1_gift_card_payments__payment_id__refunds__refund_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payment_id: string;
                refund_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiftCardRefund"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftCardPayment"];
                };
            };
            /** @description refund_exceeds_payment, payment_id_reused */
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
    void_internal_v1_gift_card_payments__payment_id__void_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payment_id: string;
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
                    "application/json": components["schemas"]["GiftCardPayment"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    adopt_internal_v1_gift_cards__gift_card_id__adoptions__payment_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gift_card_id: string;
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiftCardHold"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftCardPayment"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    credit_internal_v1_gift_cards__gift_card_id__credits__credit_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                credit_id: string;
                gift_card_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiftCardCredit"];
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
            /** @description gift_card_takes_no_money, payment_id_reused */
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
    hold_internal_v1_gift_cards__gift_card_id__holds__payment_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gift_card_id: string;
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiftCardHold"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftCardPayment"];
                };
            };
            /** @description gift_card_balance_too_low, _expired, _deactivated, _other_currency */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description payment_id_reused: the id came with another amount */
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
    owner_link_internal_v1_owner_links_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnerLinkRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnerLink"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    session_state_internal_v1_sessions__session_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
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
                    "application/json": components["schemas"]["SessionState"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    internal_settings_internal_v1_settings_get: {
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
                    "application/json": components["schemas"]["InternalSettings"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    internal_user_internal_v1_users__user_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
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
                    "application/json": components["schemas"]["InternalUser"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "application/problem+json": unknown;
                };
            };
        };
    };
    chargeable_payment_method_internal_v1_users__user_id__payment_methods__method_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                method_id: string;
                user_id: string;
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
                    "application/json": components["schemas"]["ChargeablePaymentMethod"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
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
