// Generated from openapi.json by `npm run generate`.
export interface paths {
    "/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give oneself another password; with `revokeOtherSessions` every other session of this person ends, and the session cookie is set anew */
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-in/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by e-mail address and password; sets the session cookie */
        post: operations["sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session, and with it the leases of its tabs: an agent who is there by no other session is offline at once, and ready on no channel */
        post: operations["sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the database and Temporal can be reached */
        get: operations["readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who can sign in, agents or not */
        get: operations["list_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agents, with their presence */
        get: operations["list_agents"];
        put?: never;
        /** Make somebody who can sign in */
        post: operations["create_agent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody who can sign in, as a table that can be imported again
         * @description UTF-8 with a byte order mark. Lists in a cell have ";" between their parts. A cell that a spreadsheet would take for a formula begins with an apostrophe.
         */
        get: operations["export_agents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody who can sign in */
        get: operations["read_agent"];
        /**
         * Change what somebody is called, may do and serves
         * @description Holds from the next request on. Of whoever loses the right to phone, an open offer is withdrawn; a call goes on, and callbacks assigned to them stay theirs until they are moved.
         */
        put: operations["change_agent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep somebody from signing in, and sign them out everywhere */
        post: operations["disable_agent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody sign in again */
        post: operations["enable_agent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give somebody a new password, and sign them out everywhere */
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make and change many agents from a table
         * @description Rows are known by their e-mail address; columns that the table has not stay as they are. Nothing is changed unless every row is right. Nobody is removed.
         */
        post: operations["import_agents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed or took away what, newest first */
        get: operations["read_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/downloads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who downloaded what, and what was searched for, in words, newest first */
        get: operations["list_downloads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Callbacks, newest first, a page at a time
         * @description Agents see what is assigned, offered to, or was handled by them; administrators and machines see all.
         */
        get: operations["list_callbacks"];
        put?: never;
        /**
         * Ask for a customer to be called back
         * @description The request is kept before this answers; there is one open callback per route and number.
         */
        post: operations["request_callback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as an Excel workbook
         * @description Broken off by whoever asked, it stops at once. The audit log keeps who downloaded what.
         */
        get: operations["download_callbacks"];
        put?: never;
        /**
         * Selected callbacks as an Excel workbook
         * @description As the download of the whole list. What the caller may not see is left out.
         */
        post: operations["download_selected_callbacks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything known of a callback */
        get: operations["read_callback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an offer
         * @description Never outside the hours of the route: then the answer is 409 `outside_hours`, and says when the route opens next.
         */
        post: operations["accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Distribute it to an agent, or move it to another */
        post: operations["assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel it for good */
        post: operations["cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark Done
         * @description A note given with it is saved first, and stays saved if completing is refused. Administrators complete any callback, a wrap-up of its agent as well.
         */
        post: operations["complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/correct-disposition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct the disposition of a callback that has ended */
        post: operations["correct_disposition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/dial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dial: from the preview, again after an attempt, or from the list
         * @description Never outside the hours of the route: then the answer is 409 `outside_hours`, and says when the route opens next. Another number for which the route has another open callback is 409 `number_has_callback`.
         */
        post: operations["dial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/digits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the customer hear tones */
        post: operations["send_digits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep what is typed
         * @description Of the case in hand it is kept until it is filed. What comes after the case has left these hands is filed at once: a note that was filed of it for them then is only its beginning, and becomes the whole. For that, `seenNotes` is needed.
         */
        put: operations["save_draft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/hang-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the call, or the dialling */
        post: operations["hang_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/help": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask supervisors for help, or say that it is not needed any more */
        post: operations["ask_for_help"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the customer on hold, with music, or take them off */
        post: operations["hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask an agent, a route or a number into the call
         * @description An agent is asked and may refuse; of a route, one free agent after the other; a number is rung. Whatever fails leaves the customer with the agent.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/invitations/{targetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Swap, make it a conference, transfer, or end the consultation */
        post: operations["change_guest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/invitations/{targetId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation into a call, or refuse it */
        post: operations["answer_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write to the customer: an SMS, or an e-mail
         * @description It is kept before this answers, and handed over once at most. The answer waits a few seconds for whoever carries it; how it goes on is in the case.
         */
        post: operations["send_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a note */
        post: operations["add_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/parties/{label}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take somebody out of the conference
         * @description Whoever joined in may be sent away by the agent, or leave by themselves. The agent may leave, too, as long as another agent is a member of it: that one has the case from then on.
         */
        post: operations["dismiss_party"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start, pause, resume or stop the recording */
        post: operations["record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/recordings/{sid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was kept of a conversation, to be heard
         * @description The sound is kept by the telephone network and comes from there while it is heard.
         */
        get: operations["hear_recording"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject an offer, or give back the preview that accepting it opened */
        post: operations["reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/rejoin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ring an agent’s telephone anew: their browser has come back without it
         * @description The agent who has the case, and whoever joined in.
         */
        post: operations["rejoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have it called now, within the route’s hours, whatever time it was planned for */
        post: operations["release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Re-open a callback that has ended
         * @description It is planned, and expires, as if it had been requested now; all of the route’s attempts are to come. What was tried before stays known.
         */
        post: operations["reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move it to another time
         * @description Only to a time within the hours of the route: otherwise the answer is 409 `closed_then`, with the next times that are free. A number for which the route has another open callback is 409 `number_has_callback`.
         */
        post: operations["reschedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/standard-responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The standard responses of a callback’s route, filled in from its case */
        get: operations["read_filled_responses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/supervision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Listen in, speak to the agent alone, barge in, take the call over, or leave it */
        post: operations["supervise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it back from the agent it is distributed to */
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many callbacks a search finds, and how the open ones are distributed */
        get: operations["count_callbacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/unprocessed-by-agent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many open callbacks of a search each agent is assigned */
        get: operations["count_unprocessed_by_agent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Contacts by how they are read, a page at a time
         * @description Names read in kana come first, in the order of the fifty sounds; then those in other letters.
         */
        get: operations["list_contacts"];
        put?: never;
        /**
         * Make a contact
         * @description Callbacks asked for at its numbers belong to it from now on, those that are there already included.
         */
        post: operations["create_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One contact
         * @description The id of one that was merged into another answers with that other.
         */
        get: operations["read_contact"];
        /**
         * Write a contact whole
         * @description Open callbacks follow their number; those that have ended stay in the history of the contact they were told in.
         */
        put: operations["edit_contact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The callbacks of a contact with their notes, newest first, a page at a time */
        get: operations["read_contact_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make another contact part of this one
         * @description Numbers, addresses, notes and callbacks of the other are this one’s; what this one lacks is filled in. The other’s id goes on finding it.
         */
        post: operations["merge_contacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom one can ask into a call: agents with their presence, and routes */
        get: operations["read_directory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/distributors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who can have distributed a callback: administrators and machines, by name */
        get: operations["list_distributors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/downloads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a download has come that the caller asked for with this id as `progress` */
        get: operations["read_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hints of what changed, as server-sent events
         * @description First a `hello` event: read everything then. After that `change` events, whose data says what to read again. Nothing is replayed after a break: the next `hello` stands for all that was missed. To whoever asks for their desk, `desk` events bring it as `GET /v1/me/desk` answers it, after each change of it.
         */
        get: operations["events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/live-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The conversations going on, those that ask for help first */
        get: operations["list_live_calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what they may do */
        get: operations["read_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/channels/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Be ready, or not, on a channel */
        put: operations["set_channel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/channels/{channel}/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Reserve what you will be on a channel once the case in hand leaves you
         * @description Taken up at Mark Done, or when the case leaves you otherwise. With nothing in hand it is your wish at once.
         */
        put: operations["reserve_wish"];
        post?: never;
        /** Take back what was reserved on a channel */
        delete: operations["drop_reserved_wish"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that the agent's home shows, read at one moment */
        get: operations["read_desk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/heartbeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew the lease of one open tab; every 10 s
         * @description An agent without a lease is offline. Sent when a tab opens, and every 10 s until it closes. A lease ends with the session that renews it.
         */
        post: operations["heartbeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/softphone/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What this agent’s browser signs in to the telephone network with, for an hour
         * @description The browser can be rung with it and cannot call. With the sandbox the softphone is simulated, and there is no token.
         */
        post: operations["make_softphone_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/tabs/{tabId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the page of a tab is going, perhaps to be reloaded
         * @description Unless a heartbeat renews it before, its lease ends after 15 s. For navigator.sendBeacon: the body is ignored.
         */
        post: operations["leave_tab"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/not-ready-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What agents may give as the reason of Not Ready */
        get: operations["list_not_ready_reasons"];
        /** Write the reasons of Not Ready whole */
        put: operations["save_not_ready_reasons"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/phone/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls in the sandbox telephone network, newest first */
        get: operations["phone_calls"];
        put?: never;
        /**
         * Dial one of the centre’s numbers, as a customer
         * @description The body is JSON: `from` and `to`, E.164.
         */
        post: operations["phone_dial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/phone/calls/{sid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One call, with what has been said in it */
        get: operations["phone_call"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/phone/calls/{sid}/{act}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do what a person does with a call: press keys, speak, hang up, answer, decline
         * @description The body is JSON: `digits` or `text` for the first two.
         */
        post: operations["phone_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/phone/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A hint for each change in the network */
        get: operations["phone_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/phone/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Text messages in the sandbox telephone network, newest first */
        get: operations["phone_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/phone/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who answers behind which number */
        get: operations["phone_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest plans */
        get: operations["list_plans"];
        put?: never;
        /**
         * Do something with many callbacks: distribute, withdraw, move, cancel, reschedule, or change their route
         * @description The plan is kept whole before this answers, and then carried out callback by callback, each as it is at that moment; what cannot be done is refused with its reason.
         */
        post: operations["create_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a plan has come */
        get: operations["read_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{id}/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The callbacks a plan left as they were, and why */
        get: operations["list_plan_refusals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave what is not done yet as it is
         * @description What is done stays done. A plan that has ended stays as it ended.
         */
        post: operations["stop_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a plan would do now; changes nothing */
        post: operations["preview_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/response-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a category of standard responses */
        post: operations["create_response_category"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/response-categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Name a category, or put it into another */
        put: operations["edit_response_category"];
        post?: never;
        /** Delete a category that holds nothing */
        delete: operations["delete_response_category"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/response-categories/{id}/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a category at a place among those of the same parent */
        put: operations["place_response_category"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The routes */
        get: operations["list_routes"];
        put?: never;
        /** Make a route */
        post: operations["create_route"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{id}": {
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
         * Delete a route
         * @description Its ended callbacks stay, and lists and reports go on naming it. Its numbers are free for another route.
         */
        delete: operations["delete_route"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a route to new callbacks; those it has are served */
        post: operations["close_route"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a route to new callbacks again */
        post: operations["open_route"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{id}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that can be set of a route */
        get: operations["read_route_settings"];
        /**
         * Write the settings of a route whole
         * @description Callbacks that wait live by the new settings: where times may follow from them, each is told, those due soonest first.
         */
        put: operations["edit_route"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{id}/settings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What such an edit would do to the callbacks that wait; changes nothing */
        post: operations["preview_route"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The next times at which a route can call back */
        get: operations["read_slots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The routes, as they are administered */
        get: operations["list_route_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/standard-responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The standard responses in their tree of categories */
        get: operations["list_standard_responses"];
        put?: never;
        /** Write a standard response */
        post: operations["create_standard_response"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/standard-responses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write a standard response anew */
        put: operations["edit_standard_response"];
        post?: never;
        /** Delete a standard response */
        delete: operations["delete_standard_response"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/standard-responses/{id}/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a standard response at a place among those of its category */
        put: operations["place_standard_response"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Processing status: distributed, completed, unprocessed and processing rate, by day or month
         * @description By the day the customer asked, in the centre’s zone. At most 800 days, or 120 months.
         */
        get: operations["read_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The processing status as an Excel workbook
         * @description Its second sheet says who downloaded it when, what was asked for, and what the figures mean. The audit log keeps it.
         */
        get: operations["download_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Offers accepted, rejected, missed and withdrawn per agent, by when they were made */
        get: operations["read_offers_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status/service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How well the calls went: attempts per completion, first-attempt success, wait, kept promises */
        get: operations["read_service_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The teams, with their agents */
        get: operations["list_teams"];
        put?: never;
        /** Make a team */
        post: operations["create_team"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename a team, or say whom it consists of */
        put: operations["change_team"];
        post?: never;
        /** Delete a team; its agents stay */
        delete: operations["delete_team"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How things stand now: what waits, is offered, is on call, is overdue, and the agents by presence */
        get: operations["read_wallboard"];
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
        /** @description Somebody who can sign in */
        Account: {
            /** @description May not sign in */
            disabled: boolean;
            email: string;
            /** @description Where they are rung: E.164, `sip:` or `client:` address */
            endpoint: string | null;
            id: string;
            /** @description Has a desk */
            isAgent: boolean;
            languages: string[];
            /** @description Open callbacks assigned to them */
            load: number;
            /** @description May handle callbacks and see numbers */
            mayPhone: boolean;
            name: string;
            presence: components["schemas"]["Presence"];
            role: components["schemas"]["Role"];
            routes: components["schemas"]["Named"][];
            teams: components["schemas"]["Named"][];
        };
        /** @description What is left out stays as it is */
        AccountChange: {
            /** @description Where they are rung: a number in any way of writing it, a `sip:` or `client:` address, or `client:` alone for their own softphone; null or empty: nowhere */
            endpoint?: string | null;
            languages?: string[];
            /** @description May handle callbacks and see numbers */
            mayPhone?: boolean;
            name?: string;
            role?: components["schemas"]["Role"];
            /** @description Routes whose callbacks they are offered */
            routeIds?: string[];
            teamIds?: string[];
        };
        AccountList: {
            items: components["schemas"]["Account"][];
        };
        Ack: {
            status: components["schemas"]["Status"];
            /** @description The version that shows the effect */
            version: number;
        };
        /** @description Who did something */
        Actor: {
            id: string | null;
            name: string | null;
            /** @enum {string} */
            type: "user" | "customer" | "machine" | "system";
        };
        /** @description Where the callback goes from an offer that is not taken */
        AfterOffer: {
            route: components["schemas"]["Named"] | null;
            /** @enum {string} */
            to: "queue" | "another_agent" | "route";
        };
        Agent: {
            channels: components["schemas"]["ChannelWish"][];
            /** @description May not sign in: is offered nothing, and nothing can be distributed to them */
            disabled: boolean;
            id: string;
            languages: string[];
            /** @description Open callbacks assigned to this agent */
            load: number;
            mayPhone: boolean;
            name: string;
            presence: components["schemas"]["Presence"];
            routes: components["schemas"]["Named"][];
            teams: components["schemas"]["Named"][];
        };
        AgentList: {
            items: components["schemas"]["Agent"][];
        };
        AgentsByPresence: {
            after_call: number;
            busy: number;
            not_ready: number;
            offline: number;
            ready: number;
        };
        /** @description Another agent asks this one into a call */
        AskedIn: {
            /**
             * Format: uuid
             * @description Id of a callback
             */
            callbackId: string;
            deadlineAt: string | null;
            from: components["schemas"]["Named"] | null;
            name: string;
            number: string;
            /** @enum {string} */
            purpose: "consult" | "transfer" | "conference";
            route: components["schemas"]["Named"];
            targetId: string;
        };
        Assignment: {
            agentId: string;
        };
        Attempt: {
            agent: components["schemas"]["Named"] | null;
            attempt: number;
            /** @description Dialled from the list: does not count towards the maximum */
            byHand: boolean;
            endedAt: string | null;
            outcome: components["schemas"]["AttemptOutcome"] | null;
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            startedAt: string;
        };
        /**
         * @description How one dialling of the customer ended
         * @enum {string}
         */
        AttemptOutcome: "answered" | "busy" | "no_answer" | "machine" | "failed" | "blocked" | "cancelled" | "unknown";
        AuditEntry: {
            /** @enum {string} */
            action: "route_created" | "route_edited" | "route_closed" | "route_opened" | "route_deleted" | "agent_created" | "agent_edited" | "agents_imported" | "agents_exported" | "api_key_created" | "api_key_deleted" | "team_saved" | "team_deleted" | "reasons_edited" | "response_category_saved" | "response_category_deleted" | "standard_response_saved" | "standard_response_deleted" | "standard_responses_ordered" | "callbacks_downloaded" | "status_downloaded" | "contact_created" | "contact_edited" | "contacts_merged";
            actor: components["schemas"]["Actor"];
            /** @description The same, as it is since */
            after: unknown;
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            at: string;
            /** @description What differed, as it was; null: there was nothing */
            before: unknown;
            id: number;
            subject: string;
        };
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            /** @description `before` of the next page; null: there is none */
            nextBefore: number | null;
        };
        Call: {
            agentLabel: string;
            customerLabel: string;
            guest: {
                agent: components["schemas"]["Named"] | null;
                deadlineAt: string | null;
                isTalkedTo: boolean;
                /** @enum {string} */
                kind: "agent" | "route" | "number";
                label: string | null;
                /** @description The agent’s or route’s name, or what the number is called */
                name: string;
                number: string | null;
                /** @enum {string} */
                phase: "sought" | "asked" | "ringing" | "here";
                /** @enum {string} */
                purpose: "consult" | "transfer" | "conference";
                targetId: string;
            } | null;
            /** @description The member who has the case from then on when its agent leaves the conference; null: there is none, and the agent can only end it */
            heir: components["schemas"]["Named"] | null;
            helpWanted: boolean;
            /** @description The customer goes on with somebody outside, and the agent is leaving: nothing can be done with the call any more */
            isLetGo: boolean;
            /** @description The customer is to hear music */
            isOnHold: boolean;
            /** @description The network has done all that was wanted */
            isSettled: boolean;
            parties: components["schemas"]["Party"][];
            recording: {
                /**
                 * @description What the route says of recording
                 * @enum {string}
                 */
                allowed: "off" | "on_demand" | "always";
                /** @enum {string} */
                known: "off" | "on" | "paused";
                /** @enum {string} */
                wanted: "off" | "on" | "paused";
            };
            supervisors: {
                agent: components["schemas"]["Named"];
                /** @enum {string} */
                how: "listen" | "coach" | "barge";
                isHere: boolean;
                label: string;
            }[];
        };
        /** @description A fact about the callback, and what it is called */
        CallbackField: {
            /** @enum {string} */
            key: "kind" | "number" | "language" | "requested" | "due" | "desired" | "origin" | "attempts" | "assignee" | "distributor";
            /** @description What people read, by language tag */
            label: {
                [key: string]: string;
            };
        };
        CallbackPage: {
            items: components["schemas"]["CallbackRow"][];
            /** @description Give it as `cursor` to read on; null at the end */
            nextCursor: string | null;
            /** @description Give it as `before` to read back; null at the beginning */
            previousCursor: string | null;
        };
        CallbackRequest: {
            /**
             * Format: date-time
             * @description Only for `scheduled`, where it is required: when the customer wants the call
             * @example 2026-11-21T14:30:00+09:00
             */
            at?: string;
            /**
             * @description What the form asked, as given
             * @default {}
             */
            collected: {
                [key: string]: string;
            };
            kind: components["schemas"]["Kind"];
            language?: string;
            /** @default  */
            name: string;
            /** @description As people write it; without a country code it is read as one of the route’s country */
            number: string;
            /**
             * @description `web` and `api` for machines, `agent` for people; `api` or `agent` when left out
             * @enum {string}
             */
            origin?: "web" | "api" | "agent";
            routeId: string;
            /**
             * @description The customer's IANA time zone
             * @example Asia/Tokyo
             */
            timeZone?: string;
            /**
             * Format: date-time
             * @description Only for `scheduled`: end of the window; otherwise the route’s
             * @example 2026-11-21T14:30:00+09:00
             */
            windowEndsAt?: string;
        };
        CallbackRow: {
            /** @description Who has the case in hand now */
            agent: components["schemas"]["Named"] | null;
            assignee: components["schemas"]["Named"] | null;
            /** @description Number of the newest attempt; 0 before the first */
            attempt: number;
            attemptsPlaced: number;
            channel: components["schemas"]["Channel"];
            /** @description Whose number it is; null: nobody’s that is known */
            contact: components["schemas"]["ContactName"] | null;
            desiredAt: string | null;
            disposition: components["schemas"]["FiledDisposition"] | null;
            distributor: components["schemas"]["Distributor"] | null;
            dueAt: string | null;
            /** @description Where an open callback has no note: the newest one of an earlier callback of the same number or the same contact, and when that one was requested */
            earlierNote: {
                /**
                 * Format: date-time
                 * @description ISO 8601
                 * @example 2026-11-21T05:30:00.000Z
                 */
                requestedAt: string;
                text: string;
            } | null;
            endedAt: string | null;
            endReason: string | null;
            /**
             * Format: uuid
             * @description Id of a callback
             */
            id: string;
            kind: components["schemas"]["Kind"];
            language: string | null;
            lastNote: string | null;
            lastOutcome: components["schemas"]["AttemptOutcome"] | null;
            name: string;
            /**
             * @description E.164
             * @example +819012345678
             */
            number: string;
            origin: components["schemas"]["Origin"];
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            requestedAt: string;
            route: components["schemas"]["Named"];
            status: components["schemas"]["Status"];
            /** @description The customer's, where known */
            timeZone: string | null;
            /** @description Raised by every step of its life; readers replace on an equal or newer version */
            version: number;
            windowEndsAt: string | null;
        };
        Cancellation: {
            reason?: string;
        };
        Case: {
            /** @description Who has the case in hand now */
            agent: components["schemas"]["Named"] | null;
            assignee: components["schemas"]["Named"] | null;
            /** @description Number of the newest attempt; 0 before the first */
            attempt: number;
            attempts: components["schemas"]["Attempt"][];
            attemptsPlaced: number;
            /** @description The running conversation */
            call: components["schemas"]["Call"] | null;
            /** @description Which facts the callback information shows, in this order; null: all of them */
            callbackFields: components["schemas"]["CallbackField"][] | null;
            /** @description Which of `collected` the case shows, in this order; null: all of it */
            caseFields: components["schemas"]["CaseField"][] | null;
            channel: components["schemas"]["Channel"];
            /** @description From the IVR or the form, as given */
            collected: {
                [key: string]: string;
            };
            connectedAt: string | null;
            /** @description Whose number it is; null: nobody’s that is known */
            contact: components["schemas"]["ContactName"] | null;
            desiredAt: string | null;
            disposition: components["schemas"]["FiledDisposition"] | null;
            dispositionMandatory: boolean;
            dispositions: components["schemas"]["Disposition"][];
            distributor: components["schemas"]["Distributor"] | null;
            draft: {
                disposition: string | null;
                note: string;
            };
            dueAt: string | null;
            earlier: components["schemas"]["EarlierCallback"][];
            /** @description Where an open callback has no note: the newest one of an earlier callback of the same number or the same contact, and when that one was requested */
            earlierNote: {
                /**
                 * Format: date-time
                 * @description ISO 8601
                 * @example 2026-11-21T05:30:00.000Z
                 */
                requestedAt: string;
                text: string;
            } | null;
            endedAt: string | null;
            endReason: string | null;
            /**
             * Format: uuid
             * @description Id of a callback
             */
            id: string;
            instructions: string;
            kind: components["schemas"]["Kind"];
            language: string | null;
            lastNote: string | null;
            lastOutcome: components["schemas"]["AttemptOutcome"] | null;
            /** @description The parties of the newest attempt */
            legs: components["schemas"]["Leg"][];
            /** @description What was written to the customer, the first message first */
            messages: components["schemas"]["Message"][];
            name: string;
            notes: components["schemas"]["Note"][];
            /**
             * @description E.164
             * @example +819012345678
             */
            number: string;
            offers: components["schemas"]["OfferRecord"][];
            origin: components["schemas"]["Origin"];
            /** @description On `web`: when the open preview dials by itself; null: never */
            previewEndsAt: string | null;
            reachable: components["schemas"]["Reachable"];
            /** @description What was kept of the conversations, in their order */
            recordings: components["schemas"]["Recording"][];
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            requestedAt: string;
            route: components["schemas"]["Named"];
            status: components["schemas"]["Status"];
            timeline: components["schemas"]["TimelineEntry"][];
            /** @description The customer's, where known */
            timeZone: string | null;
            /** @description Raised by every step of its life; readers replace on an equal or newer version */
            version: number;
            windowEndsAt: string | null;
            /** @description Until when the case stays with its agent; null: until Mark Done */
            wrapUpEndsAt: string | null;
        };
        /** @description A key of the collected data, and what it is called */
        CaseField: {
            key: string;
            /** @description What people read, by language tag */
            label: {
                [key: string]: string;
            };
        };
        /** @description What to read again: a callback, an agent, the settings of a route, or a contact */
        ChangeHint: {
            agentId?: string;
            callbackId?: string;
            contactId?: string;
            routeId?: string;
        };
        ChangePassword: {
            currentPassword: string;
            newPassword: string;
            revokeOtherSessions?: boolean;
        };
        /**
         * @description What an agent sets Ready on
         * @enum {string}
         */
        Channel: "voice" | "web";
        ChannelWish: {
            channel: components["schemas"]["Channel"];
            next: components["schemas"]["NextWish"] | null;
            reason: string | null;
            since: string | null;
            wish: components["schemas"]["Wish"];
        };
        Completion: {
            disposition?: string;
            /** @description Saved before the callback is completed */
            note?: string;
        };
        Contact: {
            addresses: components["schemas"]["ContactAddress"][];
            company: string;
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description Id of a contact
             */
            id: string;
            language: string | null;
            name: string;
            note: string;
            /** @description The first one is called first */
            numbers: components["schemas"]["ContactNumber"][];
            /** @description How the name is read, フリガナ; contacts are sorted by it. Empty: not known */
            reading: string;
            /** @description IANA */
            timeZone: string | null;
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            updatedAt: string;
            /** @description Raised by every edit; an edit names the version it was made from */
            version: number;
        };
        /** @description A way to reach somebody other than by telephone */
        ContactAddress: {
            /** @enum {string} */
            kind: "email";
            label: components["schemas"]["ContactLabel"];
            value: string;
        };
        /** @description A callback of a contact, with its notes */
        ContactCallback: {
            attemptsPlaced: number;
            disposition: components["schemas"]["FiledDisposition"] | null;
            endedAt: string | null;
            /**
             * Format: uuid
             * @description Id of a callback
             */
            id: string;
            lastNote: string | null;
            lastOutcome: components["schemas"]["AttemptOutcome"] | null;
            notes: components["schemas"]["Note"][];
            /** @description E.164 */
            number: string;
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            requestedAt: string;
            route: components["schemas"]["Named"];
            status: components["schemas"]["Status"];
        };
        /** @description The contact whole, and the version it was made from */
        ContactEdit: {
            /** @default [] */
            addresses: {
                /**
                 * @default email
                 * @enum {string}
                 */
                kind: "email";
                /** @default work */
                label: components["schemas"]["ContactLabel"];
                value: string;
            }[];
            company?: string;
            /** @default null */
            language: string | null;
            name: string;
            /** @default  */
            note: string;
            /**
             * @description The first one is called first. A number is one contact’s only
             * @default []
             */
            numbers: {
                /** @default mobile */
                label: components["schemas"]["ContactLabel"];
                /** @description As people write it; without a country code it is read as one of a country the routes are in */
                number: string;
            }[];
            reading?: string;
            /** @default null */
            timeZone: string | null;
            version: number;
        };
        ContactHistory: {
            items: components["schemas"]["ContactCallback"][];
            nextCursor: string | null;
        };
        /**
         * @description What a number or an address is for
         * @enum {string}
         */
        ContactLabel: "mobile" | "home" | "work" | "other";
        /** @description Which contact becomes part of this one, and the versions of both that were read */
        ContactMerge: {
            /**
             * Format: uuid
             * @description Id of a contact
             */
            otherId: string;
            otherVersion: number;
            version: number;
        };
        /** @description A contact, with what to show of it in a list */
        ContactName: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description フリガナ; empty: not known */
            reading: string;
        };
        ContactNumber: {
            label: components["schemas"]["ContactLabel"];
            /**
             * @description E.164
             * @example +819012345678
             */
            number: string;
        };
        ContactPage: {
            items: components["schemas"]["Contact"][];
            /** @description Give it as `cursor` to read on; null at the end */
            nextCursor: string | null;
        };
        Correction: {
            disposition: string;
            /** @description Why; it stands on the timeline */
            reason: string;
        };
        Desk: {
            agent: components["schemas"]["DeskAgent"];
            /** @description Another agent asks this one into a call */
            askedIn: components["schemas"]["AskedIn"] | null;
            /** @description My callbacks: overdue first, then by due time */
            callbacks: components["schemas"]["CallbackRow"][];
            /** @description Somebody else’s conversation that this agent takes part in */
            joined: components["schemas"]["Case"] | null;
            /** @description The case in hand: preview, dialling, connected or wrap-up */
            live: components["schemas"]["Case"] | null;
            offer: components["schemas"]["Offer"] | null;
            presence: components["schemas"]["PresenceNow"];
            /**
             * Format: date-time
             * @description When it was begun to be read: of two desks the later is the newer
             * @example 2026-11-21T05:30:00.000Z
             */
            serverTime: string;
        };
        DeskAgent: {
            id: string;
            mayPhone: boolean;
            name: string;
        };
        DialWish: {
            /** @description The attempt this starts: the newest one plus 1. Saying it twice dials once */
            attempt: number;
            /** @description Another number to call, as people write it: it is the callback’s from now on. Not for an offer */
            number?: string;
        };
        /** @description Tones for the customer’s ear */
        Digits: {
            attempt: number;
            digits: string;
            /** @description Chosen by the caller: the same key again does nothing more */
            key: string;
        };
        /** @description Whom one can ask into a call */
        Directory: {
            agents: {
                canBeAsked: boolean;
                id: string;
                name: string;
                presence: string;
                routes: components["schemas"]["Named"][];
            }[];
            routes: {
                id: string;
                name: string;
                readyAgents: number;
            }[];
        };
        Dismissal: {
            attempt: number;
        };
        /** @description A code the route's agents may file */
        Disposition: {
            code: string;
            /** @enum {string} */
            effect: "end" | "retry" | "reschedule";
            label: components["schemas"]["Words"];
        };
        /** @description `automatic` when accepting an offer assigned it, `arrival` when it was distributed on arrival; otherwise the administrator */
        Distributor: ("automatic" | "arrival") | components["schemas"]["Named"];
        DownloadEntry: {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            at: string;
            /** @description As on the workbook’s sheet of conditions; in place of a customer’s number only that one was searched for */
            conditions: {
                name: string;
                value: string;
            }[];
            id: number;
            /** @description Written so far */
            rows: number;
            /**
             * @description `under_way`: until it is over; for ever where the process that made it was killed
             * @enum {string}
             */
            state: "under_way" | "complete" | "broken_off";
            /**
             * @description Callbacks of a search, callbacks selected one by one, the processing status, or the table of agents
             * @enum {string}
             */
            what: "list" | "selection" | "status" | "agents";
        };
        DownloadPage: {
            items: components["schemas"]["DownloadEntry"][];
            /** @description `before` of the next page; null: there is none */
            nextBefore: number | null;
        };
        DownloadProgress: {
            rows: number;
            /** @description Null while they are being counted */
            total: number | null;
        };
        /** @description What is typed but not filed; a field left out stays as it is */
        Draft: {
            disposition?: string | null;
            note?: string;
            /** @description The note this one was made of, and one sent after it whose answer is not known yet: where another is stored by now, nothing is changed. When left out, the note replaces whatever is stored */
            seenNotes?: string[];
        };
        /** @description Another callback of the same number, or of the same contact */
        EarlierCallback: {
            attemptsPlaced: number;
            disposition: components["schemas"]["FiledDisposition"] | null;
            endedAt: string | null;
            /**
             * Format: uuid
             * @description Id of a callback
             */
            id: string;
            lastNote: string | null;
            lastOutcome: components["schemas"]["AttemptOutcome"] | null;
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            requestedAt: string;
            route: components["schemas"]["Named"];
            status: components["schemas"]["Status"];
        };
        Figures: {
            completed: number;
            /** @description Given to an agent: assigned now, or ended after having been; = completed + unprocessed + otherEnded */
            distributed: number;
            /** @description Distributed, and ended `cancelled`, `expired` or `failed` */
            otherEnded: number;
            /** @description completed ÷ distributed; null: nothing was distributed */
            rate: number | null;
            /** @description Everything that was asked for */
            requested: number;
            /** @description Distributed and not ended */
            unprocessed: number;
        };
        /** @description A filed code; the label is empty when the route no longer has it */
        FiledDisposition: {
            code: string;
            label: components["schemas"]["Words"];
        };
        FilledResponse: {
            categoryId: string;
            id: string;
            /** @description The language it is in: another one where it is not written in the one asked for */
            language: string;
            /** @description Placeholders for which the case has nothing: they stand in the text as `{{placeholder}}` */
            missing: string[];
            text: string;
            title: string;
        };
        /** @description The standard responses for a callback, filled in from its case */
        FilledResponses: {
            categories: components["schemas"]["ResponseCategory"][];
            /** @description The language asked for, or chosen */
            language: string;
            /** @description Every language one of them is written in */
            languages: string[];
            responses: components["schemas"]["FilledResponse"][];
        };
        GroupFigures: {
            completed: number;
            /** @description Given to an agent: assigned now, or ended after having been; = completed + unprocessed + otherEnded */
            distributed: number;
            /** @description The agent or route; null without grouping, and for what is nobody’s */
            group: components["schemas"]["Named"] | null;
            /** @description Distributed, and ended `cancelled`, `expired` or `failed` */
            otherEnded: number;
            /** @description completed ÷ distributed; null: nothing was distributed */
            rate: number | null;
            /** @description Everything that was asked for */
            requested: number;
            /** @description Distributed and not ended */
            unprocessed: number;
        };
        /** @description Whom one talks to; all together; hand the call over; end the consultation, or take the invitation back */
        GuestWish: {
            attempt: number;
            /** @enum {string} */
            wish: "talk_to_customer" | "talk_to_guest" | "conference" | "transfer" | "end";
        };
        HangUp: {
            attempt: number;
        };
        Health: {
            /** @constant */
            status: "ok";
        };
        Heartbeat: {
            tabId: string;
        };
        HeartbeatAnswer: {
            leaseMs: number;
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            serverTime: string;
        };
        HelpWish: {
            attempt: number;
            wanted: boolean;
        };
        Holding: {
            attempt: number;
            hold: boolean;
        };
        ImportProblem: {
            /** @enum {string} */
            code: "bad_email" | "email_twice" | "bad_name" | "bad_role" | "own_role" | "bad_yes_or_no" | "bad_endpoint" | "softphone_taken" | "bad_language" | "unknown_route" | "unknown_team";
            /** @enum {string} */
            column: "email" | "name" | "role" | "may_phone" | "endpoint" | "languages" | "routes" | "teams";
            detail: string;
            /** @description Which part of the cell */
            value: string | null;
        };
        ImportResult: {
            /** @description False: nothing was changed */
            applied: boolean;
            counts: {
                change: number;
                create: number;
                error: number;
                same: number;
            };
            /** @enum {string} */
            encoding: "utf-8" | "cp932";
            /** @description First passwords of whoever is new; shown this once */
            passwords: {
                email: string;
                name: string;
                password: string;
            }[];
            rows: components["schemas"]["ImportRow"][];
        };
        ImportRow: {
            /** @description Columns that differ from what is there */
            changes: ("email" | "name" | "role" | "may_phone" | "endpoint" | "languages" | "routes" | "teams")[];
            email: string;
            /** @description Line of the file in which the row begins */
            line: number;
            name: string;
            problems: components["schemas"]["ImportProblem"][];
            /** @enum {string} */
            result: "create" | "change" | "same" | "error";
        };
        /** @description Somebody is asked into the call: to be consulted while the customer waits, to be given the call, or to join in */
        Invitation: {
            attempt: number;
            /** @description Chosen by the caller: the same key again does nothing more */
            key: string;
            /** @enum {string} */
            purpose: "consult" | "transfer" | "conference";
            target: components["schemas"]["InvitationTarget"];
        };
        InvitationAnswer: {
            accepts: boolean;
        };
        InvitationTarget: {
            agentId: string;
        } | {
            routeId: string;
        } | {
            /** @default  */
            name: string;
            number: string;
        };
        /**
         * @description When the customer wants the call
         * @enum {string}
         */
        Kind: "asap" | "delayed" | "scheduled";
        /** @description A telephone in the newest attempt, and how far its call has come */
        Leg: {
            agent: components["schemas"]["Named"] | null;
            answeredAt: string | null;
            answeredBy: ("human" | "machine" | "unknown") | null;
            attempt: number;
            end: ("completed" | "busy" | "no_answer" | "failed" | "cancelled") | null;
            endedAt: string | null;
            inConference: boolean;
            label: string;
            /** @enum {string} */
            progress: "none" | "initiated" | "ringing" | "answered" | "ended";
            /** @enum {string} */
            role: "agent" | "customer" | "target" | "supervisor";
        };
        LiveCall: {
            agent: components["schemas"]["Named"] | null;
            attempt: number;
            connectedAt: string | null;
            guest: string | null;
            helpWanted: boolean;
            /**
             * Format: uuid
             * @description Id of a callback
             */
            id: string;
            isOnHold: boolean;
            name: string;
            route: components["schemas"]["Named"];
            supervisors: {
                /** @enum {string} */
                how: "listen" | "coach" | "barge";
                id: string;
                isHere: boolean;
                name: string;
            }[];
        };
        LiveCalls: {
            items: components["schemas"]["LiveCall"][];
        };
        MadeAccount: {
            account: components["schemas"]["Account"];
            /** @description Shown this once */
            password: string;
        };
        Me: {
            centre: {
                timeZone: string;
            };
            email: string;
            /** @description Signs in by a password, which can be changed; somebody else vouches for who has none */
            hasPassword: boolean;
            id: string;
            /** @description Has a desk */
            isAgent: boolean;
            /** @description There is a mail server: e-mails can be sent from here */
            mail: boolean;
            /** @description May handle callbacks */
            mayPhone: boolean;
            name: string;
            /** @description The sandbox telephone network is there, and may be used */
            phone: boolean;
            /** @enum {string} */
            role: "administrator" | "agent";
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            serverTime: string;
            /** @description Null for whoever has no desk */
            telephone: components["schemas"]["Telephone"] | null;
        };
        /** @description Something written to the customer */
        Message: {
            author: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            createdAt: string;
            /** @description The code of who carries it: Twilio’s, or the reply of the mail server */
            errorCode: number | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "sms" | "email";
            /** @description Why it did not arrive */
            reason: ("unsubscribed" | "takes_none" | "unreachable" | "kept_back" | "country" | "sender" | "no_mailbox" | "mail_server" | "not_sent" | "refused") | null;
            /** @description When nothing more was to be learnt of it */
            settledAt: string | null;
            /**
             * @description `unknown`: the answer was lost, and it is not sent again. An SMS goes on from `sent` where the carrier says more; an e-mail does not
             * @enum {string}
             */
            state: "intended" | "sending" | "unknown" | "sent" | "delivered" | "undelivered" | "failed";
            /** @description Empty for an SMS */
            subject: string;
            text: string;
            /** @description E.164, or an e-mail address */
            to: string;
        };
        /** @description Something by its id, with the name to show */
        Named: {
            id: string;
            name: string;
        };
        NewAccount: {
            email: string;
            /**
             * @description Where they are rung: a number in any way of writing it, a `sip:` or `client:` address, or `client:` alone for their own softphone; null or empty: nowhere
             * @default null
             */
            endpoint: string | null;
            /** @default [] */
            languages: string[];
            /** @description When left out: agents may, administrators may not */
            mayPhone?: boolean;
            name: string;
            /** @default agent */
            role: components["schemas"]["Role"];
            /**
             * @description Routes whose callbacks they are offered
             * @default []
             */
            routeIds: string[];
            /** @default [] */
            teamIds: string[];
        };
        NewContact: {
            /** @default [] */
            addresses: {
                /**
                 * @default email
                 * @enum {string}
                 */
                kind: "email";
                /** @default work */
                label: components["schemas"]["ContactLabel"];
                value: string;
            }[];
            company?: string;
            /** @default null */
            language: string | null;
            name: string;
            /** @default  */
            note: string;
            /**
             * @description The first one is called first. A number is one contact’s only
             * @default []
             */
            numbers: {
                /** @default mobile */
                label: components["schemas"]["ContactLabel"];
                /** @description As people write it; without a country code it is read as one of a country the routes are in */
                number: string;
            }[];
            reading?: string;
            /** @default null */
            timeZone: string | null;
        };
        NewMessage: {
            /** @description Chosen by who sends; said again with the same one, it is the same message and is sent once */
            key: string;
            /** @constant */
            kind: "sms";
            text: string;
            /** @description A telephone number as people write it, of the route’s country unless it has a country code */
            to: string;
        } | {
            /** @description Chosen by who sends; said again with the same one, it is the same message and is sent once */
            key: string;
            /** @constant */
            kind: "email";
            /** @default  */
            subject: string;
            text: string;
            /** Format: email */
            to: string;
        };
        NewNote: {
            text: string;
        };
        NewResponseCategory: {
            name: {
                [key: string]: string;
            };
            /** @description The category it stands in; null: at the top */
            parentId: string | null;
        };
        NewRoute: {
            /**
             * @description The agents its callbacks may be offered to
             * @default []
             */
            agentIds: string[];
            /** @description One is made up when it is left out */
            id?: string;
            name: string;
            /**
             * @description Numbers customers call, in any writing; answered as E.164
             * @default []
             */
            numbers: string[];
            /**
             * @description What is left out is as a new route has it; the caller ID is then the first number
             * @default {}
             */
            policy: {
                /**
                 * @description What Accept does on `voice`
                 * @enum {string}
                 */
                acceptOpens?: "call" | "preview";
                /** @description How long the case stays with its agent after an attempt without a conversation */
                afterAttemptMs?: number;
                /** @description After a conversation, until the case is done by itself; null: until Mark Done */
                afterCallLimitMs?: number | null;
                afterMissedOffer?: components["schemas"]["OfferDestination"];
                afterRejectedOffer?: components["schemas"]["OfferDestination"];
                /** @description How long a distributed callback is its assignee’s alone; null: it stays theirs */
                assigneeAloneMs?: number | null;
                /**
                 * @description Whether new requests are distributed on arrival
                 * @enum {string}
                 */
                automaticDistribution?: "off" | "all" | "logged_in";
                /** @description Which facts the callback information shows, in this order; null: all of them */
                callbackFields?: components["schemas"]["CallbackField"][] | null;
                /** @description What the customer’s telephone shows */
                callerId?: string;
                /** @description Which collected data the case shows, in this order; null: all of it */
                caseFields?: components["schemas"]["CaseField"][] | null;
                /** @description Further closed days, YYYY-MM-DD */
                closedDates?: string[];
                dispositionMandatory?: boolean;
                dispositions?: components["schemas"]["WantedDisposition"][];
                /** @description From the time asked for until a callback nobody could serve expires */
                expiryMs?: number;
                /** @description Public holidays of this country are closed (ISO 3166-1 alpha-2) */
                holidayCountry?: string | null;
                hours?: components["schemas"]["WeeklyHours"];
                /** @description What the agent reads before and during the call */
                instructions?: string;
                /** @description What the IVR speaks; the first is the default */
                languages?: string[];
                /** @description From the request to when a `delayed` callback is due */
                leadTimeMs?: number;
                machineDetection?: boolean;
                maximumAttempts?: number;
                missedOfferMakesNotReady?: boolean;
                /** @description How long a rejected or missed offer bars that agent from that callback */
                offerBarMs?: number;
                offerTimeoutMs?: number;
                /**
                 * @description To whom a callback belongs that nobody distributed
                 * @enum {string}
                 */
                ownerRule?: "nobody" | "last_agent" | "customers_agent";
                /** @description The offer shows the case before Accept or Reject */
                preview?: boolean;
                /** @description Which collected data an offer with preview shows, in this order; null: what the case shows */
                previewFields?: components["schemas"]["CaseField"][] | null;
                /** @description On `web`: an open preview dials by itself after this time; null: never */
                previewTimeoutMs?: number | null;
                /** @description 1 is served first, 9 last */
                priority?: number;
                /**
                 * @description Whether calls are recorded: never, when the agent says so, or always
                 * @enum {string}
                 */
                recording?: "off" | "on_demand" | "always";
                retryDelayMs?: components["schemas"]["RetryDelays"];
                ringTimeoutS?: number;
                /**
                 * @description Of the opening hours
                 * @example Asia/Tokyo
                 */
                timeZone?: string;
                webChannel?: components["schemas"]["Channel"];
                /** @description How long after its due time a scheduled callback keeps its promise */
                windowMs?: number;
            };
        };
        NewStandardResponse: {
            categoryId: string;
            /** @default null */
            routeIds: string[] | null;
            /** @description Places that are filled in from a case: `{{customer.name}}` (the customer’s name), `{{customer.number}}` (the customer’s number, as it is written in the route’s country), `{{agent.name}}` (the name of whoever uses the text), `{{route.name}}` (the name of the route), `{{route.number}}` (the number at which customers reach the route), `{{callback.id}}` (the id of the callback), `{{callback.requested}}` (when the customer asked to be called back), `{{callback.due}}` (when the customer is to be called next, where that is known and still to come), `{{callback.desired}}` (the time or window the customer asked for; once another was agreed in a call, that one), and `{{collected.KEY}}` (what the request brought along under that key) */
            text: {
                [key: string]: string;
            };
            title: {
                [key: string]: string;
            };
        };
        NewTeam: {
            /** @default [] */
            agentIds: string[];
            name: string;
        };
        /** @description What is reserved for when the case in hand leaves the agent */
        NextWish: {
            reason: string | null;
            wish: components["schemas"]["Wish"];
        };
        Note: {
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            at: string;
            author: components["schemas"]["Named"];
            id: string;
            text: string;
        };
        /** @description A reason of Not Ready; the label is empty where the console’s own word is meant */
        NotReadyReason: {
            code: string;
            label: components["schemas"]["Words"];
        };
        NotReadyReasonList: {
            items: components["schemas"]["NotReadyReason"][];
        };
        /** @description All reasons, in the order they are shown */
        NotReadyReasons: {
            items: {
                code: string;
                label: {
                    [key: string]: string;
                };
            }[];
        };
        /** @description A callback shown to this agent until the deadline */
        Offer: {
            callback: components["schemas"]["CallbackRow"];
            /** @description The whole case, where the route shows it in the offer */
            case: components["schemas"]["Case"] | null;
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            deadlineAt: string;
            missedGoesTo: components["schemas"]["AfterOffer"];
            missedMakesNotReady: boolean;
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            offeredAt: string;
            offerId: string;
            preview: boolean;
            /** @description Which of the collected data an offer with preview shows, in this order; null: all of it */
            previewFields: components["schemas"]["CaseField"][] | null;
            rejectedGoesTo: components["schemas"]["AfterOffer"];
        };
        OfferAnswer: {
            offerId: string;
        };
        /** @description Where a callback goes when an agent did not take its offer */
        OfferDestination: {
            /** @constant */
            to: "queue";
        } | {
            /** @constant */
            to: "another_agent";
        } | {
            routeId: string;
            /** @constant */
            to: "route";
        };
        OfferFigures: {
            accepted: number;
            missed: number;
            offered: number;
            rejected: number;
            withdrawn: number;
        };
        /** @description One offer of this callback, open or ended */
        OfferRecord: {
            agent: components["schemas"]["Named"] | null;
            deadlineAt: string | null;
            end: ("accepted" | "rejected" | "missed" | "withdrawn") | null;
            endedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            offeredAt: string;
            offerId: string;
            preview: boolean;
        };
        OffersRow: {
            accepted: number;
            agent: components["schemas"]["Named"];
            missed: number;
            offered: number;
            rejected: number;
            withdrawn: number;
        };
        OffersStatus: {
            /**
             * @description A day of the centre
             * @example 2026-11-21
             */
            from: string;
            /** @description Agents who were offered something, by name */
            rows: components["schemas"]["OffersRow"][];
            timeZone: string;
            /**
             * @description A day of the centre
             * @example 2026-11-21
             */
            to: string;
            totals: components["schemas"]["OfferFigures"];
        };
        /**
         * @description Where the request came from
         * @enum {string}
         */
        Origin: "ivr" | "web" | "api" | "agent" | "voicemail";
        /** @description Somebody in the call, as the network’s events tell it */
        Party: {
            agent: components["schemas"]["Named"] | null;
            /** @description The label of the party that alone hears this one */
            coaches: string | null;
            isInCall: boolean;
            isMuted: boolean;
            isOnHold: boolean;
            isRinging: boolean;
            label: string;
            /** @description Of somebody outside */
            name: string | null;
            /** @description Of somebody outside */
            number: string | null;
            /** @enum {string} */
            role: "agent" | "customer" | "target" | "supervisor";
        };
        Plan: {
            action: components["schemas"]["PlanActionOutput"];
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            createdAt: string;
            done: number;
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            pending: number;
            /** @description Whose the callbacks are to be and, by now, are; what was refused or stopped is left out */
            perAgent: {
                agent: components["schemas"]["Named"];
                count: number;
                done: number;
            }[];
            refused: number;
            /** @enum {string} */
            state: "running" | "finished" | "stopped";
            stopped: number;
            total: number;
        };
        /** @description `distribute`: callbacks that belong to nobody become an agent’s. `withdraw`: distributed ones become `withdrawn`. `move`: distributed ones become another agent’s in one step. `change_route`: they go on by the other route’s policy */
        PlanAction: {
            agentIds: string[];
            /**
             * @description `equal`: counts what the agents carry already, so that all end up alike
             * @default false
             */
            levelled: boolean;
            /**
             * @description `equal`: evenly over the agents. `manual`: all to the one agent
             * @enum {string}
             */
            method: "equal" | "manual";
            /** @constant */
            type: "distribute";
        } | {
            /** @default null */
            reason: string | null;
            /** @constant */
            type: "withdraw";
        } | {
            agentIds: string[];
            /**
             * @description `equal`: counts what the agents carry already, so that all end up alike
             * @default false
             */
            levelled: boolean;
            /**
             * @description `equal`: evenly over the agents. `manual`: all to the one agent
             * @enum {string}
             */
            method: "equal" | "manual";
            /** @constant */
            type: "move";
        } | {
            /** @default null */
            reason: string | null;
            /** @constant */
            type: "cancel";
        } | {
            /**
             * Format: date-time
             * @description ISO 8601 with an offset
             * @example 2026-11-21T14:30:00+09:00
             */
            at: string;
            /** @constant */
            type: "reschedule";
            /**
             * @description End of the window; the route’s when null
             * @default null
             */
            windowEndsAt: string | null;
        } | {
            routeId: string;
            /** @constant */
            type: "change_route";
        };
        /** @description `distribute`: callbacks that belong to nobody become an agent’s. `withdraw`: distributed ones become `withdrawn`. `move`: distributed ones become another agent’s in one step. `change_route`: they go on by the other route’s policy */
        PlanActionOutput: {
            agentIds: string[];
            /**
             * @description `equal`: counts what the agents carry already, so that all end up alike
             * @default false
             */
            levelled: boolean;
            /**
             * @description `equal`: evenly over the agents. `manual`: all to the one agent
             * @enum {string}
             */
            method: "equal" | "manual";
            /** @constant */
            type: "distribute";
        } | {
            /** @default null */
            reason: string | null;
            /** @constant */
            type: "withdraw";
        } | {
            agentIds: string[];
            /**
             * @description `equal`: counts what the agents carry already, so that all end up alike
             * @default false
             */
            levelled: boolean;
            /**
             * @description `equal`: evenly over the agents. `manual`: all to the one agent
             * @enum {string}
             */
            method: "equal" | "manual";
            /** @constant */
            type: "move";
        } | {
            /** @default null */
            reason: string | null;
            /** @constant */
            type: "cancel";
        } | {
            /**
             * Format: date-time
             * @description ISO 8601 with an offset
             * @example 2026-11-21T14:30:00+09:00
             */
            at: string;
            /** @constant */
            type: "reschedule";
            /**
             * @description End of the window; the route’s when null
             * @default null
             */
            windowEndsAt: string | null;
        } | {
            routeId: string;
            /** @constant */
            type: "change_route";
        };
        PlanList: {
            items: components["schemas"]["Plan"][];
        };
        PlanPreview: {
            /** @description Whose the callbacks would be; empty where the action distributes nothing */
            perAgent: {
                agent: components["schemas"]["Named"];
                count: number;
            }[];
            /** @description What would be left as it is, by reason */
            refused: {
                count: number;
                refusal: components["schemas"]["PlanRefusal"];
            }[];
            total: number;
        };
        /**
         * @description Why a callback of a plan was left as it was
         * @enum {string}
         */
        PlanRefusal: "callback_over" | "already_distributed" | "not_distributed" | "being_called" | "no_eligible_agent" | "wrong_state" | "bad_time" | "route_has_one" | "route_closed" | "unavailable";
        PlanRefusals: {
            items: {
                callback: {
                    /**
                     * Format: uuid
                     * @description Id of a callback
                     */
                    id: string;
                    name: string;
                    number: string;
                    route: components["schemas"]["Named"];
                };
                refusal: components["schemas"]["PlanRefusal"];
            }[];
            /** @description Give it as `cursor` to read on; null at the end */
            nextCursor: string | null;
        };
        PlanWish: {
            action: components["schemas"]["PlanAction"];
            selection: {
                ids: string[];
            } | {
                /** @description The callbacks of this search that have not ended */
                search: {
                    /** @description Id of an agent; `none`: nobody’s; `any`: somebody’s */
                    assignee?: string;
                    /** @description Dialled at least so often */
                    attemptsFrom?: number;
                    /** @description Dialled at most so often */
                    attemptsTo?: number;
                    /**
                     * @description The instant the period speaks of; `ended` is when it was completed, or ended otherwise
                     * @default requested
                     * @enum {string}
                     */
                    by: "requested" | "due" | "ended";
                    channel?: components["schemas"]["Channel"];
                    disposition?: string;
                    /** @description Id of an administrator, `automatic`, or `arrival` */
                    distributor?: string;
                    /**
                     * Format: date-time
                     * @description Start of the period (included)
                     * @example 2026-11-21T14:30:00+09:00
                     */
                    from?: string;
                    /** @description Several: repeated, or separated by commas */
                    kind?: components["schemas"]["Kind"][];
                    /** @description Words, each a part of the customer's name; width, case, accents and kana make no difference */
                    name?: string;
                    /** @description A whole number as people write it, or its last digits */
                    number?: string;
                    /**
                     * @default desc
                     * @enum {string}
                     */
                    order: "asc" | "desc";
                    /** @description Several: repeated, or separated by commas */
                    origin?: components["schemas"]["Origin"][];
                    /** @description Of the newest attempt */
                    outcome?: components["schemas"]["AttemptOutcome"];
                    /** @description Ids of routes: repeated, or separated by commas */
                    route?: string[];
                    /**
                     * @description What the order goes by; left out: as `by`
                     * @enum {string}
                     */
                    sort?: "requested" | "due" | "ended" | "attempts" | "name";
                    /** @description Several: repeated, or separated by commas */
                    status?: components["schemas"]["Status"][];
                    /** @description Id of a team: what is assigned to its agents */
                    team?: string;
                    /**
                     * Format: date-time
                     * @description End of the period (not included)
                     * @example 2026-11-21T14:30:00+09:00
                     */
                    to?: string;
                };
            };
        };
        /**
         * @description What others see of an agent: derived, never stored
         * @enum {string}
         */
        Presence: "offline" | "not_ready" | "ready" | "busy" | "after_call";
        /** @description The wish for every channel, and what follows from it */
        PresenceNow: {
            channels: components["schemas"]["ChannelWish"][];
            presence: components["schemas"]["Presence"];
        };
        /** @description A problem document (RFC 9457) */
        Problem: {
            /**
             * @description Stable word for this kind of problem
             * @example wrong_state
             */
            code: string;
            detail: string;
            errors?: components["schemas"]["ProblemError"][];
            /** @description With `closed_then`: the next times at which the route can call back */
            free?: string[];
            /**
             * Format: date-time
             * @description With `outside_hours`: when the route opens next
             */
            opensAt?: string;
            status: number;
            /** @description With `note_typed_meanwhile`: the note that is stored */
            storedNote?: string;
            title: string;
            /** @example about:blank */
            type: string;
        };
        ProblemError: {
            detail: string;
            /** @description Name of a header */
            header?: string;
            /** @description Name of a query parameter */
            parameter?: string;
            /**
             * @description JSON pointer (RFC 6901) into the request body
             * @example /number
             */
            pointer?: string;
        };
        ProcessingStatus: {
            /**
             * @description A day of the centre
             * @example 2026-11-21
             */
            from: string;
            /** @enum {string} */
            groupBy: "none" | "agent" | "route";
            /** @description Each group over the whole period, by name; empty without grouping */
            groups: components["schemas"]["GroupFigures"][];
            /** @description By period, then by the group’s name; a period without callbacks has one row of zeros */
            rows: components["schemas"]["StatusRow"][];
            timeZone: string;
            /**
             * @description A day of the centre
             * @example 2026-11-21
             */
            to: string;
            totals: components["schemas"]["Figures"];
            /** @enum {string} */
            unit: "day" | "month";
        };
        /** @description Where the customer can be reached, as far as is known */
        Reachable: {
            addresses: string[];
            /** @description E.164; the callback’s own first */
            numbers: string[];
        };
        Readiness: {
            /** @enum {string} */
            database: "ok" | "unreachable";
            /** @enum {string} */
            status: "ready" | "not_ready";
            /** @enum {string} */
            temporal: "ok" | "unreachable";
        };
        /** @description What was kept of a conversation */
        Recording: {
            attempt: number;
            /** @description What can be heard, without what was paused; null: it is not over */
            durationS: number | null;
            sid: string;
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            startedAt: string;
            /**
             * @description `completed` can be heard; `processing` soon; of `absent` there is nothing
             * @enum {string}
             */
            status: "recording" | "paused" | "processing" | "completed" | "absent";
        };
        RecordingWish: {
            attempt: number;
            /** @enum {string} */
            recording: "off" | "on" | "paused";
        };
        Rejoining: {
            attempt: number;
        };
        Releasing: Record<string, never>;
        Reopening: {
            /**
             * Format: date-time
             * @description When it is to be called; as soon as can be when left out
             * @example 2026-11-21T14:30:00+09:00
             */
            at?: string;
            /** @description Why; it stands on the timeline */
            reason: string;
        };
        Requested: {
            /**
             * Format: uuid
             * @description Id of a callback
             */
            id: string;
            /**
             * @description `open`: this number already has an open callback on this route, and this is it. `repeated`: the same Idempotency-Key. `kept_for_later`: a conversation is going on; this becomes a callback of its own when that one ends
             * @enum {string}
             */
            result: "created" | "open" | "repeated" | "kept_for_later";
            status: components["schemas"]["Status"];
            version: number;
        };
        Reschedule: {
            /**
             * Format: date-time
             * @description ISO 8601 with an offset
             * @example 2026-11-21T14:30:00+09:00
             */
            at: string;
            /** @description Another number to call then, as people write it. During a call it holds when the call is over */
            number?: string;
            /** @description It stays with the agent who has it; otherwise any agent of the route may take it */
            staysWithAgent: boolean;
            /**
             * @description The IANA zone the customer will be in
             * @example Asia/Tokyo
             */
            timeZone?: string;
            /**
             * Format: date-time
             * @description End of the window; the route’s when left out
             * @example 2026-11-21T14:30:00+09:00
             */
            windowEndsAt?: string;
        };
        /** @description A category of standard responses */
        ResponseCategory: {
            id: string;
            name: components["schemas"]["Words"];
            parentId: string | null;
            version: number;
        };
        ResponseCategoryEdit: {
            name: {
                [key: string]: string;
            };
            /** @description The category it stands in; null: at the top */
            parentId: string | null;
            /** @description The version that was edited */
            version: number;
        };
        ResponsePlace: {
            /** @description From 0, among those it stands beside; beyond the end, it comes last */
            position: number;
        };
        /** @description Categories and responses, each in the order they are shown within what they stand in */
        ResponseTree: {
            categories: components["schemas"]["ResponseCategory"][];
            responses: components["schemas"]["StandardResponse"][];
        };
        /** @description Until the next try, by how the last one ended */
        RetryDelays: {
            busy: number;
            failed: number;
            machine: number;
            no_answer: number;
            unknown: number;
        };
        /** @enum {string} */
        Role: "administrator" | "agent";
        Route: {
            /** @description Closed to new callbacks */
            closed: boolean;
            /** @description Country of numbers written without a country code (ISO 3166-1 alpha-2) */
            country: string | null;
            dispositionMandatory: boolean;
            dispositions: components["schemas"]["Disposition"][];
            /** @description Opening hours by ISO weekday: 1 is Monday */
            hours: {
                [key: string]: components["schemas"]["Span"][];
            };
            id: string;
            instructions: string;
            languages: string[];
            maximumAttempts: number;
            name: string;
            /** @description E.164 numbers customers call */
            numbers: string[];
            /** @description Within its opening hours */
            openNow: boolean;
            /** @description The offer shows the case before Accept or Reject */
            preview: boolean;
            priority: number;
            /** @example Asia/Tokyo */
            timeZone: string;
            version: number;
            webChannel: components["schemas"]["Channel"];
        };
        /** @description The settings whole, and the version they were made from */
        RouteEdit: {
            /** @description The agents its callbacks may be offered to */
            agentIds: string[];
            name: string;
            /** @description Numbers customers call, in any writing; answered as E.164 */
            numbers: string[];
            policy: components["schemas"]["RoutePolicy"];
            version: number;
        };
        /** @description The newest edit */
        RouteEdited: {
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            at: string;
            by: components["schemas"]["Actor"] | null;
        };
        /** @description What saving would do; nothing has been changed */
        RouteImpact: {
            /** @description Those of them whose due time would be another */
            dueTimesChanged: number;
            /** @description Callbacks that wait, and will live by the new settings */
            waiting: number;
        };
        /** @description A route as Settings lists it */
        RouteLine: {
            /** @description How many agents are eligible */
            agents: number;
            /** @description Closed to new callbacks */
            closed: boolean;
            id: string;
            name: string;
            /** @description E.164 numbers customers call */
            numbers: string[];
            open: number;
            waiting: number;
        };
        RouteLines: {
            /** @description Countries whose public holidays are known (ISO 3166-1 alpha-2) */
            holidayCountries: string[];
            items: components["schemas"]["RouteLine"][];
        };
        RouteList: {
            items: components["schemas"]["Route"][];
        };
        /** @description A route’s settings, read at the moment they are used */
        RoutePolicy: {
            /**
             * @description What Accept does on `voice`
             * @enum {string}
             */
            acceptOpens: "call" | "preview";
            /** @description How long the case stays with its agent after an attempt without a conversation */
            afterAttemptMs: number;
            /** @description After a conversation, until the case is done by itself; null: until Mark Done */
            afterCallLimitMs: number | null;
            afterMissedOffer: components["schemas"]["OfferDestination"];
            afterRejectedOffer: components["schemas"]["OfferDestination"];
            /** @description How long a distributed callback is its assignee’s alone; null: it stays theirs */
            assigneeAloneMs: number | null;
            /**
             * @description Whether new requests are distributed on arrival
             * @enum {string}
             */
            automaticDistribution: "off" | "all" | "logged_in";
            /** @description Which facts the callback information shows, in this order; null: all of them */
            callbackFields: components["schemas"]["CallbackField"][] | null;
            /** @description What the customer’s telephone shows */
            callerId: string;
            /** @description Which collected data the case shows, in this order; null: all of it */
            caseFields: components["schemas"]["CaseField"][] | null;
            /** @description Further closed days, YYYY-MM-DD */
            closedDates: string[];
            dispositionMandatory: boolean;
            dispositions: components["schemas"]["WantedDisposition"][];
            /** @description From the time asked for until a callback nobody could serve expires */
            expiryMs: number;
            /** @description Public holidays of this country are closed (ISO 3166-1 alpha-2) */
            holidayCountry: string | null;
            hours: components["schemas"]["WeeklyHours"];
            /** @description What the agent reads before and during the call */
            instructions: string;
            /** @description What the IVR speaks; the first is the default */
            languages: string[];
            /** @description From the request to when a `delayed` callback is due */
            leadTimeMs: number;
            machineDetection: boolean;
            maximumAttempts: number;
            missedOfferMakesNotReady: boolean;
            /** @description How long a rejected or missed offer bars that agent from that callback */
            offerBarMs: number;
            offerTimeoutMs: number;
            /**
             * @description To whom a callback belongs that nobody distributed
             * @enum {string}
             */
            ownerRule: "nobody" | "last_agent" | "customers_agent";
            /** @description The offer shows the case before Accept or Reject */
            preview: boolean;
            /** @description Which collected data an offer with preview shows, in this order; null: what the case shows */
            previewFields: components["schemas"]["CaseField"][] | null;
            /** @description On `web`: an open preview dials by itself after this time; null: never */
            previewTimeoutMs: number | null;
            /** @description 1 is served first, 9 last */
            priority: number;
            /**
             * @description Whether calls are recorded: never, when the agent says so, or always
             * @enum {string}
             */
            recording: "off" | "on_demand" | "always";
            retryDelayMs: components["schemas"]["RetryDelays"];
            ringTimeoutS: number;
            /**
             * @description Of the opening hours
             * @example Asia/Tokyo
             */
            timeZone: string;
            webChannel: components["schemas"]["Channel"];
            /** @description How long after its due time a scheduled callback keeps its promise */
            windowMs: number;
        };
        RouteSettings: {
            agentIds: string[];
            /** @description Closed to new callbacks */
            closed: boolean;
            edited: components["schemas"]["RouteEdited"];
            id: string;
            name: string;
            /** @description E.164 numbers customers call */
            numbers: string[];
            /** @description Callbacks that have not ended: while there are any, the route cannot be deleted */
            open: number;
            policy: components["schemas"]["RoutePolicy"];
            /** @description Raised by every edit; an edit names the version it was made from */
            version: number;
            /** @description Callbacks that wait: scheduled or queued */
            waiting: number;
        };
        SelectionToDownload: {
            /**
             * @description The instant the period speaks of; `ended` is when it was completed, or ended otherwise
             * @default requested
             * @enum {string}
             */
            by: "requested" | "due" | "ended";
            ids: string[];
            /**
             * @description Language of the headings; otherwise by Accept-Language
             * @enum {string}
             */
            lang?: "en" | "ja" | "ko";
            /**
             * @default desc
             * @enum {string}
             */
            order: "asc" | "desc";
            /**
             * Format: uuid
             * @description An id of your choice, under which `/v1/downloads/{id}` tells the progress
             */
            progress?: string;
            /**
             * @description What the order goes by; left out: as `by`
             * @enum {string}
             */
            sort?: "requested" | "due" | "ended" | "attempts" | "name";
        };
        ServiceFigures: {
            answeredAtFirst: number;
            /** @description Calls of completed callbacks ÷ such callbacks; those completed without a call are left out */
            attemptsPerCompletion: number | null;
            called: number;
            completedByCall: number;
            /** @description First calls that a person answered ÷ first calls that have ended; a voicemail is no success */
            firstAttemptSuccess: number | null;
            kept: number;
            /** @description Called within the promised window (not to a voicemail) ÷ promises kept or over */
            keptPromises: number | null;
            /** @description From due to the first conversation, in milliseconds */
            medianWaitMs: number | null;
            promised: number;
        };
        ServiceRow: {
            answeredAtFirst: number;
            /** @description Calls of completed callbacks ÷ such callbacks; those completed without a call are left out */
            attemptsPerCompletion: number | null;
            called: number;
            completedByCall: number;
            /** @description First calls that a person answered ÷ first calls that have ended; a voicemail is no success */
            firstAttemptSuccess: number | null;
            /** @description The agent or route; null without grouping, and for what is nobody’s */
            group: components["schemas"]["Named"] | null;
            kept: number;
            /** @description Called within the promised window (not to a voicemail) ÷ promises kept or over */
            keptPromises: number | null;
            /** @description From due to the first conversation, in milliseconds */
            medianWaitMs: number | null;
            promised: number;
        };
        ServiceStatus: {
            /**
             * @description A day of the centre
             * @example 2026-11-21
             */
            from: string;
            /** @enum {string} */
            groupBy: "none" | "agent" | "route";
            /** @description By the group’s name; empty without grouping */
            rows: components["schemas"]["ServiceRow"][];
            timeZone: string;
            /**
             * @description A day of the centre
             * @example 2026-11-21
             */
            to: string;
            totals: components["schemas"]["ServiceFigures"];
        };
        SetWish: {
            /**
             * @description Why not ready
             * @default null
             */
            reason: string | null;
            wish: components["schemas"]["Wish"];
        };
        ShownPassword: {
            /** @description Shown this once */
            password: string;
        };
        SignIn: {
            email: string;
            password: string;
            rememberMe?: boolean;
        };
        /** @description With the sandbox: there is nothing to sign in to */
        SimulatedSoftphone: {
            /** @constant */
            simulated: true;
        };
        /** @description The next times at which the route can call back */
        Slots: {
            times: string[];
        };
        SoftphoneSignIn: {
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            expiresAt: string;
            /** @description The `client:` that rings in this browser */
            identity: string;
            /** @constant */
            simulated: false;
            /** @description Access token for Twilio’s Voice SDK */
            token: string;
        };
        SoftphoneToken: components["schemas"]["SimulatedSoftphone"] | components["schemas"]["SoftphoneSignIn"];
        /** @description Local time, HH:MM; `to` is not part of it */
        Span: {
            from: string;
            to: string;
        };
        /** @description A ready-made text for customers, by language tag */
        StandardResponse: {
            categoryId: string;
            edited: {
                /**
                 * Format: date-time
                 * @description ISO 8601
                 * @example 2026-11-21T05:30:00.000Z
                 */
                at: string;
                by: components["schemas"]["Actor"] | null;
            };
            id: string;
            /** @description The routes whose callbacks it is meant for; null: all */
            routeIds: string[] | null;
            /** @description Places that are filled in from a case: `{{customer.name}}` (the customer’s name), `{{customer.number}}` (the customer’s number, as it is written in the route’s country), `{{agent.name}}` (the name of whoever uses the text), `{{route.name}}` (the name of the route), `{{route.number}}` (the number at which customers reach the route), `{{callback.id}}` (the id of the callback), `{{callback.requested}}` (when the customer asked to be called back), `{{callback.due}}` (when the customer is to be called next, where that is known and still to come), `{{callback.desired}}` (the time or window the customer asked for; once another was agreed in a call, that one), and `{{collected.KEY}}` (what the request brought along under that key) */
            text: components["schemas"]["Words"];
            title: components["schemas"]["Words"];
            version: number;
        };
        StandardResponseEdit: {
            categoryId: string;
            /** @default null */
            routeIds: string[] | null;
            /** @description Places that are filled in from a case: `{{customer.name}}` (the customer’s name), `{{customer.number}}` (the customer’s number, as it is written in the route’s country), `{{agent.name}}` (the name of whoever uses the text), `{{route.name}}` (the name of the route), `{{route.number}}` (the number at which customers reach the route), `{{callback.id}}` (the id of the callback), `{{callback.requested}}` (when the customer asked to be called back), `{{callback.due}}` (when the customer is to be called next, where that is known and still to come), `{{callback.desired}}` (the time or window the customer asked for; once another was agreed in a call, that one), and `{{collected.KEY}}` (what the request brought along under that key) */
            text: {
                [key: string]: string;
            };
            title: {
                [key: string]: string;
            };
            /** @description The version that was edited */
            version: number;
        };
        /**
         * @description Where a callback stands in its life
         * @enum {string}
         */
        Status: "scheduled" | "queued" | "offered" | "preview" | "dialling" | "connected" | "wrap_up" | "withdrawn" | "completed" | "cancelled" | "expired" | "failed";
        StatusRow: {
            completed: number;
            /** @description Given to an agent: assigned now, or ended after having been; = completed + unprocessed + otherEnded */
            distributed: number;
            /** @description The agent or route; null without grouping, and for what is nobody’s */
            group: components["schemas"]["Named"] | null;
            /** @description Distributed, and ended `cancelled`, `expired` or `failed` */
            otherEnded: number;
            /** @description `2026-11-21`, or `2026-11` */
            period: string;
            /** @description completed ÷ distributed; null: nothing was distributed */
            rate: number | null;
            /** @description Everything that was asked for */
            requested: number;
            /** @description Distributed and not ended */
            unprocessed: number;
        };
        SupervisionWish: {
            attempt: number;
            /** @description null: leave the call */
            how: ("listen" | "coach" | "barge" | "take_over") | null;
        };
        /** @description Agents who are looked after together */
        Team: {
            agentIds: string[];
            id: string;
            name: string;
        };
        /** @description What is left out stays as it is */
        TeamChange: {
            agentIds?: string[];
            name?: string;
        };
        TeamList: {
            items: components["schemas"]["Team"][];
        };
        /**
         * @description What the agent is rung on. `none`: no callback can be offered to them; `unusable`: an address that cannot be rung; `softphone_simulated`: the sandbox plays it; `softphone_not_set_up`: the account has no API key
         * @enum {string}
         */
        Telephone: "none" | "unusable" | "number" | "sip" | "softphone" | "softphone_simulated" | "softphone_not_set_up";
        TimelineEntry: {
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            at: string;
            data: {
                [key: string]: string | number | boolean | null;
            };
            /** @description At the end of an attempt: who put their telephone down */
            hungUpBy: ("agent" | "customer") | null;
            /** @description Stable within the callback */
            key: string;
            /** @description The status it led to; null for facts that are not a step of its life */
            status: components["schemas"]["Status"] | null;
            /** @enum {string} */
            type: "requested" | "requested_again" | "due_planned" | "queued" | "offered" | "offer_accepted" | "offer_rejected" | "offer_missed" | "offer_withdrawn" | "preview_opened" | "attempt_started" | "agent_answered" | "connected" | "attempt_ended" | "retry_planned" | "rescheduled" | "number_changed" | "number_kept" | "time_zone_changed" | "assigned" | "unassigned" | "withdrawn" | "released" | "route_changed" | "noted" | "message_sent" | "message_failed" | "disposition_filed" | "completed" | "cancelled" | "expired" | "failed" | "reopened" | "disposition_corrected" | "wrap_up_timed_out" | "held" | "resumed" | "tones_sent" | "invited" | "invitation_accepted" | "invitation_ended" | "consulting" | "swapped" | "conferenced" | "transferred" | "taken_over" | "party_left" | "recording_changed" | "help_wanted" | "help_over" | "supervised" | "agent_lost" | "agent_back" | "control_refused";
            /** @description Whom it is about beside who did it: an agent’s or route’s name, or what a number is called */
            whom: string | null;
        };
        Totals: {
            distributed: number;
            /** @description All callbacks of the search, the ended ones too */
            matching: number;
            /** @description The open ones: distributed + undistributed */
            total: number;
            /** @description Open and nobody's; a withdrawn one is undistributed */
            undistributed: number;
        };
        /** @description Open callbacks assigned to each agent, by name; who has none is left out */
        UnprocessedByAgent: {
            items: {
                agent: components["schemas"]["Named"];
                unprocessed: number;
            }[];
        };
        Wallboard: {
            /** @description In wrap-up */
            afterCall: number;
            agents: components["schemas"]["AgentsByPresence"];
            /** @description Scheduled, and due within an hour */
            dueNextHour: number;
            /** @description Offered to an agent, or in preview */
            offered: number;
            /** @description Since when the longest one, waiting or offered, has been due */
            oldestDueAt: string | null;
            /** @description Being dialled, or in conversation */
            onCall: number;
            /** @description Waiting or offered, and past the promised window; without one, more than 15 minutes past due */
            overdue: number;
            /**
             * Format: date-time
             * @description ISO 8601
             * @example 2026-11-21T05:30:00.000Z
             */
            serverTime: string;
            /** @description Due, and waiting for an agent */
            waiting: number;
        };
        /** @description A code agents may file; `effect` says whether it ends the callback */
        WantedDisposition: {
            code: string;
            /** @enum {string} */
            effect: "end" | "retry" | "reschedule";
            /** @description What people read, by language tag */
            label: {
                [key: string]: string;
            };
        };
        /** @description Local time, HH:MM; `to` may be 24:00 and is not part of it */
        WantedSpan: {
            from: string;
            to: string;
        };
        /** @description By ISO weekday, 1 is Monday; a day that is left out is closed */
        WeeklyHours: {
            1?: components["schemas"]["WantedSpan"][];
            2?: components["schemas"]["WantedSpan"][];
            3?: components["schemas"]["WantedSpan"][];
            4?: components["schemas"]["WantedSpan"][];
            5?: components["schemas"]["WantedSpan"][];
            6?: components["schemas"]["WantedSpan"][];
            7?: components["schemas"]["WantedSpan"][];
        };
        /**
         * @description What an agent wants per channel
         * @enum {string}
         */
        Wish: "ready" | "not_ready";
        Withdrawal: {
            reason?: string;
        };
        /** @description What to show, by language tag */
        Words: {
            [key: string]: string;
        };
    };
    responses: {
        /** @description Something went wrong on our side */
        Broken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something given is malformed; `errors` says what */
        Malformed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON */
        NotJson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of another media type */
        NotThatFile: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Only for administrators and machines */
        OnlyAdministrators: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Only for administrators, machines and agents with the right to phone */
        OnlyCallbacks: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Only for agents with the right to phone */
        OnlyPhone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request comes from another site */
        OtherSite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody is signed in */
        SignedOut: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description `password_too_short`, `password_too_long`; `invalid_password`: this is not the present one; `credential_account_not_found`: this person has none */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OtherSite"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            /** @description Too many tries: wrong present passwords count as at signing in */
            429: {
                headers: {
                    /** @description Seconds to wait before asking again */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            400: components["responses"]["Malformed"];
            /** @description Address or password is wrong */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Origin is not this site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            /** @description Too many tries: ten wrong passwords close the account to everybody until a quarter of an hour after the first of them */
            429: {
                headers: {
                    /** @description Seconds to wait before asking again */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description The Origin is not this site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": unknown;
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Both can */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            500: components["responses"]["Broken"];
            /** @description One cannot */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    list_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            500: components["responses"]["Broken"];
        };
    };
    list_agents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All agents by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentList"];
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OtherSite"];
            500: components["responses"]["Broken"];
        };
    };
    create_agent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description Made, with the first password */
            201: {
                headers: {
                    /** @description The account */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeAccount"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description Somebody has this e-mail address (email_taken), or another agent has this softphone (softphone_taken) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    export_agents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table */
            200: {
                headers: {
                    /** @description attachment, with a file name */
                    "Content-Disposition": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            500: components["responses"]["Broken"];
        };
    };
    read_agent: {
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
            /** @description As they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is nobody of this id */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    change_agent: {
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
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            /** @description As they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is nobody of this id */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody takes the role of administrator, or signing in, from themselves or from the last administrator; `code` says which: not_your_own_role, not_yourself, last_administrator; or another agent has this softphone (softphone_taken) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    disable_agent: {
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
            /** @description As they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is nobody of this id */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody takes the role of administrator, or signing in, from themselves or from the last administrator; `code` says which: not_your_own_role, not_yourself, last_administrator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    enable_agent: {
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
            /** @description As they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is nobody of this id */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    reset_password: {
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
            /** @description The password */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownPassword"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is nobody of this id */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    import_agents: {
        parameters: {
            query?: {
                /** @description Only says what would happen */
                dryRun?: string;
                /** @description How the text is written; `auto` tries UTF-8, then Shift_JIS (CP932) */
                encoding?: "auto" | "utf-8" | "cp932";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description CSV in UTF-8 or Shift_JIS (CP932) of at most 5,000 rows, the first of which names the columns */
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description What happened, or would happen, row by row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResult"];
                };
            };
            /** @description The file is no such table; `code` says why: unreadable_table, no_email_column, unknown_column, column_twice, too_many_rows */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description A row is wrong, and nothing was changed (import_has_errors): a dry run says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotThatFile"];
            500: components["responses"]["Broken"];
        };
    };
    read_audit: {
        parameters: {
            query?: {
                /** @description Only lines before the one of this id */
                before?: number;
                limit?: number;
                /** @description What it was done to */
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            500: components["responses"]["Broken"];
        };
    };
    list_downloads: {
        parameters: {
            query?: {
                /** @description Only lines before the one of this id */
                before?: number;
                /** @description Language of the headings; otherwise by Accept-Language */
                lang?: "en" | "ja" | "ko";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            500: components["responses"]["Broken"];
        };
    };
    list_callbacks: {
        parameters: {
            query?: {
                /** @description Id of an agent; `none`: nobody’s; `any`: somebody’s */
                assignee?: string;
                /** @description Dialled at least so often */
                attemptsFrom?: number;
                /** @description Dialled at most so often */
                attemptsTo?: number;
                /** @description The page before this one */
                before?: string;
                /** @description The instant the period speaks of; `ended` is when it was completed, or ended otherwise */
                by?: "requested" | "due" | "ended";
                channel?: components["schemas"]["Channel"];
                /** @description The page after this one */
                cursor?: string;
                disposition?: string;
                /** @description Id of an administrator, `automatic`, or `arrival` */
                distributor?: string;
                /** @description Start of the period (included) */
                from?: string;
                kind?: components["schemas"]["Kind"][];
                limit?: number;
                /** @description Words, each a part of the customer's name; width, case, accents and kana make no difference */
                name?: string;
                /** @description A whole number as people write it, or its last digits */
                number?: string;
                order?: "asc" | "desc";
                origin?: components["schemas"]["Origin"][];
                /** @description Of the newest attempt */
                outcome?: components["schemas"]["AttemptOutcome"];
                /** @description Where to begin without a cursor */
                page?: "first" | "last";
                /** @description Ids of routes: repeated, or separated by commas */
                route?: string[];
                /** @description What the order goes by; left out: as `by` */
                sort?: "requested" | "due" | "ended" | "attempts" | "name";
                status?: components["schemas"]["Status"][];
                /** @description Id of a team: what is assigned to its agents */
                team?: string;
                /** @description End of the period (not included) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            500: components["responses"]["Broken"];
        };
    };
    request_callback: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again answers with the callback it made */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallbackRequest"];
            };
        };
        responses: {
            /** @description It was there already */
            200: {
                headers: {
                    /** @description The callback */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Requested"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    /** @description The callback */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Requested"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OtherSite"];
            /** @description The route is closed to new callbacks, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    download_callbacks: {
        parameters: {
            query?: {
                /** @description Id of an agent; `none`: nobody’s; `any`: somebody’s */
                assignee?: string;
                /** @description Dialled at least so often */
                attemptsFrom?: number;
                /** @description Dialled at most so often */
                attemptsTo?: number;
                /** @description The instant the period speaks of; `ended` is when it was completed, or ended otherwise */
                by?: "requested" | "due" | "ended";
                channel?: components["schemas"]["Channel"];
                disposition?: string;
                /** @description Id of an administrator, `automatic`, or `arrival` */
                distributor?: string;
                /** @description Start of the period (included) */
                from?: string;
                kind?: components["schemas"]["Kind"][];
                /** @description Language of the headings; otherwise by Accept-Language */
                lang?: "en" | "ja" | "ko";
                /** @description Words, each a part of the customer's name; width, case, accents and kana make no difference */
                name?: string;
                /** @description A whole number as people write it, or its last digits */
                number?: string;
                order?: "asc" | "desc";
                origin?: components["schemas"]["Origin"][];
                /** @description Of the newest attempt */
                outcome?: components["schemas"]["AttemptOutcome"];
                /** @description An id of your choice, under which `/v1/downloads/{id}` tells the progress */
                progress?: string;
                /** @description Ids of routes: repeated, or separated by commas */
                route?: string[];
                /** @description What the order goes by; left out: as `by` */
                sort?: "requested" | "due" | "ended" | "attempts" | "name";
                status?: components["schemas"]["Status"][];
                /** @description Id of a team: what is assigned to its agents */
                team?: string;
                /** @description End of the period (not included) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A workbook; after 1,048,575 rows it goes on in another sheet, and its last sheet says what was asked for */
            200: {
                headers: {
                    /** @description attachment, with a file name */
                    "Content-Disposition": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            500: components["responses"]["Broken"];
        };
    };
    download_selected_callbacks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectionToDownload"];
            };
        };
        responses: {
            /** @description A workbook; after 1,048,575 rows it goes on in another sheet, and its last sheet says what was asked for */
            200: {
                headers: {
                    /** @description attachment, with a file name */
                    "Content-Disposition": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    read_callback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferAnswer"];
            };
        };
        responses: {
            /** @description Done; the version shows it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            /** @description It is not yours to act on */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused where it stands now; `code` says why: wrong_state, not_your_callback, offer_over, disposition_required, disposition_gone, time_required, bad_time, callback_over, busy, agent_busy, callback_busy, no_telephone, outside_hours */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
            /** @description Temporal did not answer in time: it may still be done. Read the callback, or ask again: what was done already is not done twice */
            503: {
                headers: {
                    /** @description Seconds to wait before asking again */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Assignment"];
            };
        };
        responses: {
            /** @description Done; the version shows it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            /** @description It is not yours to act on */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused where it stands now; `code` says why: no_eligible_agent, being_called, wrong_state, callback_over, busy */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
            /** @description Temporal did not answer in time: it may still be done. Read the callback, or ask again: what was done already is not done twice */
            503: {
                headers: {
                    /** @description Seconds to wait before asking again */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            /** @description Done; the version shows it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            /** @description It is not yours to act on */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused where it stands now; `code` says why: wrong_state, not_your_callback, offer_over, disposition_required, disposition_gone, time_required, bad_time, callback_over, busy, agent_busy, callback_busy, no_telephone, outside_hours */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
            /** @description Temporal did not answer in time: it may still be done. Read the callback, or ask again: what was done already is not done twice */
            503: {
                headers: {
                    /** @description Seconds to wait before asking again */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Completion"];
            };
        };
        responses: {
            /** @description Done; the version shows it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            /** @description It is not yours to act on */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused where it stands now; `code` says why: wrong_state, not_your_callback, offer_over, disposition_required, disposition_gone, time_required, bad_time, callback_over, busy, agent_busy, callback_busy, no_telephone, outside_hours */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
            /** @description Temporal did not answer in time: it may still be done. Read the callback, or ask again: what was done already is not done twice */
            503: {
                headers: {
                    /** @description Seconds to wait before asking again */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correct_disposition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Correction"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such callback */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has not ended (not_over) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    dial: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DialWish"];
            };
        };
        responses: {
            /** @description Done; the version shows it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            /** @description It is not yours to act on */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused where it stands now; `code` says why: wrong_state, not_your_callback, offer_over, disposition_required, disposition_gone, time_required, bad_time, callback_over, busy, agent_busy, callback_busy, no_telephone, outside_hours */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
            /** @description Temporal did not answer in time: it may still be done. Read the callback, or ask again: what was done already is not done twice */
            503: {
                headers: {
                    /** @description Seconds to wait before asking again */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_digits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Digits"];
            };
        };
        responses: {
            /** @description It is wanted so from now on; the parties show when it is so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such conversation is going on, or something stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    save_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Draft"];
            };
        };
        responses: {
            /** @description Kept, or filed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            /** @description It is not yours to act on */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused; `code` says why: not_your_callback (you do not have it in hand now, and never had), note_typed_meanwhile (another note was kept since the one you saw: `storedNote`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    hang_up: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HangUp"];
            };
        };
        responses: {
            /** @description Done; the version shows it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            /** @description It is not yours to act on */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused where it stands now; `code` says why: wrong_state, not_your_callback, offer_over, disposition_required, disposition_gone, time_required, bad_time, callback_over, busy, agent_busy, callback_busy, no_telephone, outside_hours */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
            /** @description Temporal did not answer in time: it may still be done. Read the callback, or ask again: what was done already is not done twice */
            503: {
                headers: {
                    /** @description Seconds to wait before asking again */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_for_help: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HelpWish"];
            };
        };
        responses: {
            /** @description It is wanted so from now on; the parties show when it is so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such conversation is going on, or something stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    hold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Holding"];
            };
        };
        responses: {
            /** @description It is wanted so from now on; the parties show when it is so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such conversation is going on, or something stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invitation"];
            };
        };
        responses: {
            /** @description It is wanted so from now on; the parties show when it is so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such conversation is going on, or something stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    change_guest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
                targetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestWish"];
            };
        };
        responses: {
            /** @description It is wanted so from now on; the parties show when it is so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such conversation is going on, or something stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    answer_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
                targetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAnswer"];
            };
        };
        responses: {
            /** @description It is wanted so from now on; the parties show when it is so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such conversation is going on, or something stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    send_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            /** @description It was there already, as it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Kept; `state` says how far it has come */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            /** @description It is not yours to act on */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no mail server (`no_mail_server`), or the key was used for another message (`idempotency_key_reused`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    add_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNote"];
            };
        };
        responses: {
            /** @description Written */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            /** @description It is not yours to act on */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    dismiss_party: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
                label: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Dismissal"];
            };
        };
        responses: {
            /** @description It is wanted so from now on; the parties show when it is so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such conversation is going on, or something stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordingWish"];
            };
        };
        responses: {
            /** @description It is wanted so from now on; the parties show when it is so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such conversation is going on, or something stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    hear_recording: {
        parameters: {
            query?: never;
            header?: {
                /** @description The part that is wanted, as players ask for it */
                range?: string;
            };
            path: {
                /** @description Id of a callback */
                id: string;
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sound, as MP3; as WAV from the sandbox */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "audio/mpeg": unknown;
                };
            };
            /** @description The part of it that was asked for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "audio/mpeg": unknown;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            /** @description There is no such recording of such a callback, it is not yours to hear, or there is nothing to be heard yet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
            /** @description The telephone network did not give it; ask again */
            503: {
                headers: {
                    /** @description Seconds to wait before asking again */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferAnswer"];
            };
        };
        responses: {
            /** @description Done; the version shows it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            /** @description It is not yours to act on */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused where it stands now; `code` says why: wrong_state, not_your_callback, offer_over, disposition_required, disposition_gone, time_required, bad_time, callback_over, busy, agent_busy, callback_busy, no_telephone, outside_hours */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
            /** @description Temporal did not answer in time: it may still be done. Read the callback, or ask again: what was done already is not done twice */
            503: {
                headers: {
                    /** @description Seconds to wait before asking again */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejoin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rejoining"];
            };
        };
        responses: {
            /** @description It is wanted so from now on; the parties show when it is so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such conversation is going on, or something stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Releasing"];
            };
        };
        responses: {
            /** @description Done; the version shows it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            /** @description It is not yours to act on */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused where it stands now; `code` says why: wrong_state, callback_over, busy */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
            /** @description Temporal did not answer in time: it may still be done. Read the callback, or ask again: what was done already is not done twice */
            503: {
                headers: {
                    /** @description Seconds to wait before asking again */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reopening"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such callback */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `code` says why: not_over, route_has_one, route_deleted, bad_time */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    reschedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reschedule"];
            };
        };
        responses: {
            /** @description Done; the version shows it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            /** @description It is not yours to act on */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused where it stands now; `code` says why: wrong_state, not_your_callback, offer_over, disposition_required, disposition_gone, time_required, bad_time, callback_over, busy, agent_busy, callback_busy, no_telephone, outside_hours */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
            /** @description Temporal did not answer in time: it may still be done. Read the callback, or ask again: what was done already is not done twice */
            503: {
                headers: {
                    /** @description Seconds to wait before asking again */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_filled_responses: {
        parameters: {
            query?: {
                /** @description The customer’s when left out, else the route’s first */
                language?: string;
            };
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready to be read or sent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilledResponses"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            /** @description There is no such callback, or it is not the caller’s to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    supervise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupervisionWish"];
            };
        };
        responses: {
            /** @description It is wanted so from now on; the parties show when it is so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such conversation is going on, or something stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a callback */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withdrawal"];
            };
        };
        responses: {
            /** @description Done; the version shows it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            /** @description It is not yours to act on */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such callback, or it is not yours to see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused where it stands now; `code` says why: not_distributed, being_called, wrong_state, callback_over, busy */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
            /** @description Temporal did not answer in time: it may still be done. Read the callback, or ask again: what was done already is not done twice */
            503: {
                headers: {
                    /** @description Seconds to wait before asking again */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    count_callbacks: {
        parameters: {
            query?: {
                /** @description Id of an agent; `none`: nobody’s; `any`: somebody’s */
                assignee?: string;
                /** @description Dialled at least so often */
                attemptsFrom?: number;
                /** @description Dialled at most so often */
                attemptsTo?: number;
                /** @description The instant the period speaks of; `ended` is when it was completed, or ended otherwise */
                by?: "requested" | "due" | "ended";
                channel?: components["schemas"]["Channel"];
                disposition?: string;
                /** @description Id of an administrator, `automatic`, or `arrival` */
                distributor?: string;
                /** @description Start of the period (included) */
                from?: string;
                kind?: components["schemas"]["Kind"][];
                /** @description Words, each a part of the customer's name; width, case, accents and kana make no difference */
                name?: string;
                /** @description A whole number as people write it, or its last digits */
                number?: string;
                order?: "asc" | "desc";
                origin?: components["schemas"]["Origin"][];
                /** @description Of the newest attempt */
                outcome?: components["schemas"]["AttemptOutcome"];
                /** @description Ids of routes: repeated, or separated by commas */
                route?: string[];
                /** @description What the order goes by; left out: as `by` */
                sort?: "requested" | "due" | "ended" | "attempts" | "name";
                status?: components["schemas"]["Status"][];
                /** @description Id of a team: what is assigned to its agents */
                team?: string;
                /** @description End of the period (not included) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The totals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            500: components["responses"]["Broken"];
        };
    };
    count_unprocessed_by_agent: {
        parameters: {
            query?: {
                /** @description Id of an agent; `none`: nobody’s; `any`: somebody’s */
                assignee?: string;
                /** @description Dialled at least so often */
                attemptsFrom?: number;
                /** @description Dialled at most so often */
                attemptsTo?: number;
                /** @description The instant the period speaks of; `ended` is when it was completed, or ended otherwise */
                by?: "requested" | "due" | "ended";
                channel?: components["schemas"]["Channel"];
                disposition?: string;
                /** @description Id of an administrator, `automatic`, or `arrival` */
                distributor?: string;
                /** @description Start of the period (included) */
                from?: string;
                kind?: components["schemas"]["Kind"][];
                /** @description Words, each a part of the customer's name; width, case, accents and kana make no difference */
                name?: string;
                /** @description A whole number as people write it, or its last digits */
                number?: string;
                order?: "asc" | "desc";
                origin?: components["schemas"]["Origin"][];
                /** @description Of the newest attempt */
                outcome?: components["schemas"]["AttemptOutcome"];
                /** @description Ids of routes: repeated, or separated by commas */
                route?: string[];
                /** @description What the order goes by; left out: as `by` */
                sort?: "requested" | "due" | "ended" | "attempts" | "name";
                status?: components["schemas"]["Status"][];
                /** @description Id of a team: what is assigned to its agents */
                team?: string;
                /** @description End of the period (not included) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agents who have any */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnprocessedByAgent"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            500: components["responses"]["Broken"];
        };
    };
    list_contacts: {
        parameters: {
            query?: {
                /** @description The page after this one */
                cursor?: string;
                limit?: number;
                /** @description Words of the name, its reading, the company or an e-mail address, in full or half width, hiragana or katakana, or of what a contact was called that was merged into it; or a number as people write it, or its last digits */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            500: components["responses"]["Broken"];
        };
    };
    create_contact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContact"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    /** @description The contact */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            /** @description `contact_number_taken`: one of its numbers is another contact’s; `errors` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    read_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a contact */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            /** @description There is no such contact */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    edit_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a contact */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactEdit"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            /** @description There is no such contact */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `contact_edited`: somebody has edited it since it was read, and nothing was overwritten; `contact_merged`: it is part of another now; `contact_number_taken`: a number is another’s */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    read_contact_history: {
        parameters: {
            query?: {
                /** @description The page after this one */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of a contact */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactHistory"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            /** @description There is no such contact */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    merge_contacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a contact */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactMerge"];
            };
        };
        responses: {
            /** @description The one contact */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            /** @description There is no such contact */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `contact_edited`, `contact_merged`: somebody has changed one of them since it was read; `contact_too_much`: together they hold more than one contact may */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    read_directory: {
        parameters: {
            query?: {
                limit?: number;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Agents who can be asked first, then by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Directory"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            500: components["responses"]["Broken"];
        };
    };
    list_distributors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Named"][];
                    };
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            500: components["responses"]["Broken"];
        };
    };
    read_download: {
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
            /** @description Under way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadProgress"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            /** @description It is over, or there is none */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    events: {
        parameters: {
            query?: {
                /** @description The desk of the person who listens, too, whenever what it shows has changed */
                desk?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An endless stream of `hello`, `change` and `desk` events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["ChangeHint"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OtherSite"];
            500: components["responses"]["Broken"];
        };
    };
    list_live_calls: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveCalls"];
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            500: components["responses"]["Broken"];
        };
    };
    read_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signed-in person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["SignedOut"];
            /** @description A machine asked: it is nobody */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    set_channel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What an agent sets Ready on */
                channel: components["schemas"]["Channel"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetWish"];
            };
        };
        responses: {
            /** @description Presence after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceNow"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            /** @description There is no such channel */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    reserve_wish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What an agent sets Ready on */
                channel: components["schemas"]["Channel"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetWish"];
            };
        };
        responses: {
            /** @description Presence after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceNow"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            /** @description There is no such channel */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    drop_reserved_wish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What an agent sets Ready on */
                channel: components["schemas"]["Channel"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Presence after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceNow"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            /** @description There is no such channel */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    read_desk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The desk */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Desk"];
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            500: components["responses"]["Broken"];
        };
    };
    heartbeat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Heartbeat"];
            };
        };
        responses: {
            /** @description Renewed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeartbeatAnswer"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    make_softphone_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token, or that there is none to have */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SoftphoneToken"];
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            /** @description There is no softphone for this agent; `code` says why: not_a_softphone (their telephone is another), no_softphone (it is not set up) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    leave_tab: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tabId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Heard, or there was no lease */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyPhone"];
            500: components["responses"]["Broken"];
        };
    };
    list_not_ready_reasons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reasons, in the order they are shown */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotReadyReasonList"];
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OtherSite"];
            500: components["responses"]["Broken"];
        };
    };
    save_not_ready_reasons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotReadyReasons"];
            };
        };
        responses: {
            /** @description As they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotReadyReasonList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
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
            500: components["responses"]["Broken"];
        };
    };
    phone_calls: {
        parameters: {
            query?: {
                /** @description Only those not over */
                active?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 500 calls */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            /** @description There is no sandbox, or it has no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
            /** @description The sandbox does not answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    phone_dial: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The call */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description The sandbox refuses it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            /** @description There is no sandbox, or it has no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The sandbox refuses it now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
            /** @description The sandbox does not answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    phone_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A call’s SID */
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The call */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            /** @description There is no sandbox, or it has no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
            /** @description The sandbox does not answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    phone_act: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                act: "digits" | "speech" | "hangup" | "answer" | "decline";
                /** @description A call’s SID */
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The call */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description The sandbox refuses it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            /** @description There is no sandbox, or it has no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The sandbox refuses it now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
            /** @description The sandbox does not answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    phone_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            /** @description There is no sandbox, or it has no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
            /** @description The sandbox does not answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    phone_messages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last 100, with text and status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            /** @description There is no sandbox, or it has no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
            /** @description The sandbox does not answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    phone_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Behaviours by the ending of a number */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyCallbacks"];
            /** @description There is no sandbox, or it has no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
            /** @description The sandbox does not answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_plans: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Plans, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            500: components["responses"]["Broken"];
        };
    };
    create_plan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again answers with the callback it made */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanWish"];
            };
        };
        responses: {
            /** @description The same Idempotency-Key had made it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    /** @description The plan */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description `too_many`: the selection holds more than 10000 callbacks; `nothing_selected`: it holds none that is open; `idempotency_key_reused`: the key was used for another plan */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    read_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a plan */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such plan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    list_plan_refusals: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of a plan */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, in the order of the plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanRefusals"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such plan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    stop_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a plan */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan as it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such plan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    preview_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanWish"];
            };
        };
        responses: {
            /** @description What would happen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description `too_many`: the selection holds more than 10000 callbacks */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    create_response_category: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewResponseCategory"];
            };
        };
        responses: {
            /** @description Made, the last within its parent */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseCategory"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description It would stand within itself, or deeper than five categories; or there are too many already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    edit_response_category: {
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
                "application/json": components["schemas"]["ResponseCategoryEdit"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseCategory"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such category */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody has edited it since it was read; or it would stand within itself, or deeper than five categories */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    delete_response_category: {
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
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such category */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It holds categories or responses */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    place_response_category: {
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
                "application/json": components["schemas"]["ResponsePlace"];
            };
        };
        responses: {
            /** @description It is there */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such category */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    list_routes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All routes by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteList"];
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OtherSite"];
            500: components["responses"]["Broken"];
        };
    };
    create_route: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRoute"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    /** @description Its settings */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteSettings"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description Its id, its name or one of its numbers belongs to another route; `errors` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    delete_route: {
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
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such route */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `route_has_callbacks`: it has open callbacks, and can only be closed to new ones; `route_is_named`: another route passes callbacks on to it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    close_route: {
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
            /** @description Closed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteSettings"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such route */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    open_route: {
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
            /** @description Open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteSettings"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such route */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    read_route_settings: {
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
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteSettings"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such route */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    edit_route: {
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
                "application/json": components["schemas"]["RouteEdit"];
            };
        };
        responses: {
            /** @description As they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteSettings"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such route */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: somebody has edited it since it was read, and nothing was overwritten; `name_taken`, `number_taken`: another route has it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    preview_route: {
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
                "application/json": components["schemas"]["RouteEdit"];
            };
        };
        responses: {
            /** @description How many it concerns */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteImpact"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such route */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    read_slots: {
        parameters: {
            query?: {
                count?: number;
                /** @description The first time worth offering; now when left out */
                from?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Times in order; fewer where the route opens no more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slots"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OtherSite"];
            /** @description There is no such route */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    list_route_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All routes by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteLines"];
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            500: components["responses"]["Broken"];
        };
    };
    list_standard_responses: {
        parameters: {
            query?: {
                /** @description Only those written in this language */
                language?: string;
                /** @description Only those meant for callbacks of this route */
                routeId?: string;
                /** @description Only those with all these words in any of their languages; case, width and kind of kana do not count */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All that are found, and the categories they stand in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseTree"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OtherSite"];
            500: components["responses"]["Broken"];
        };
    };
    create_standard_response: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStandardResponse"];
            };
        };
        responses: {
            /** @description Made, the last within its category */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardResponse"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There are too many already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    edit_standard_response: {
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
                "application/json": components["schemas"]["StandardResponseEdit"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardResponse"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such standard response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody has edited it since it was read */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    delete_standard_response: {
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
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such standard response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    place_standard_response: {
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
                "application/json": components["schemas"]["ResponsePlace"];
            };
        };
        responses: {
            /** @description It is there */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such standard response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    read_status: {
        parameters: {
            query?: {
                /** @description Id of an agent: what is, or when it ended was, theirs */
                agent?: string;
                /** @description First day (included), in the centre’s zone; left out: the first of the month of `to` */
                from?: string;
                groupBy?: "none" | "agent" | "route";
                /** @description Ids of routes: repeated, or separated by commas */
                route?: string[];
                /** @description Id of a team: what is of one of its present agents */
                team?: string;
                /** @description Last day (included), in the centre’s zone; left out: today */
                to?: string;
                unit?: "day" | "month";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessingStatus"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            500: components["responses"]["Broken"];
        };
    };
    download_status: {
        parameters: {
            query?: {
                /** @description Id of an agent: what is, or when it ended was, theirs */
                agent?: string;
                /** @description First day (included), in the centre’s zone; left out: the first of the month of `to` */
                from?: string;
                groupBy?: "none" | "agent" | "route";
                /** @description Language of the headings; otherwise by Accept-Language */
                lang?: "en" | "ja" | "ko";
                /** @description An id of your choice, under which `/v1/downloads/{id}` tells the progress */
                progress?: string;
                /** @description Ids of routes: repeated, or separated by commas */
                route?: string[];
                /** @description Id of a team: what is of one of its present agents */
                team?: string;
                /** @description Last day (included), in the centre’s zone; left out: today */
                to?: string;
                unit?: "day" | "month";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A workbook */
            200: {
                headers: {
                    /** @description attachment, with a file name */
                    "Content-Disposition": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            500: components["responses"]["Broken"];
        };
    };
    read_offers_status: {
        parameters: {
            query?: {
                /** @description Id of an agent: what is, or when it ended was, theirs */
                agent?: string;
                /** @description First day (included), in the centre’s zone; left out: the first of the month of `to` */
                from?: string;
                /** @description Ids of routes: repeated, or separated by commas */
                route?: string[];
                /** @description Id of a team: what is of one of its present agents */
                team?: string;
                /** @description Last day (included), in the centre’s zone; left out: today */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffersStatus"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            500: components["responses"]["Broken"];
        };
    };
    read_service_status: {
        parameters: {
            query?: {
                /** @description Id of an agent: what is, or when it ended was, theirs */
                agent?: string;
                /** @description First day (included), in the centre’s zone; left out: the first of the month of `to` */
                from?: string;
                groupBy?: "none" | "agent" | "route";
                /** @description Ids of routes: repeated, or separated by commas */
                route?: string[];
                /** @description Id of a team: what is of one of its present agents */
                team?: string;
                /** @description Last day (included), in the centre’s zone; left out: today */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceStatus"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            500: components["responses"]["Broken"];
        };
    };
    list_teams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All teams by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamList"];
                };
            };
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OtherSite"];
            500: components["responses"]["Broken"];
        };
    };
    create_team: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTeam"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description Another team has this name */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    change_team: {
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
                "application/json": components["schemas"]["TeamChange"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such team */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another team has this name */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["Broken"];
        };
    };
    delete_team: {
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
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            /** @description There is no such team */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    read_wallboard: {
        parameters: {
            query?: {
                /** @description Ids of routes: repeated, or separated by commas */
                route?: string[];
                /** @description Id of a team: what is assigned to or in the hands of its agents */
                team?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures of this moment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallboard"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["SignedOut"];
            403: components["responses"]["OnlyAdministrators"];
            500: components["responses"]["Broken"];
        };
    };
}
