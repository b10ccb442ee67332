/* Where drafts are kept: in this browser, apart for each user, for a month at most. */

const PREFIX = "chancery.draft:";
const GOODBYE = "chancery.goodbye";
const COOKIE = "chancery_saved";
const MONTH = 30 * 24 * 60 * 60 * 1000;
// Characters of one draft, and drafts of one user: beyond them the oldest go.
const LONGEST = 400000;
const MOST = 40;

/** Return the stores that may be used here: this tab's and this browser's. */
const stores = () => {
    const found = [];
    for (const name of ["sessionStorage", "localStorage"]) {
        try {
            if (window[name]) {
                found.push(window[name]);
            }
        } catch {
            // The browser keeps nothing for this site.
        }
    }
    return found;
};

const read = (store, key) => {
    try {
        const draft = JSON.parse(store.getItem(key));
        return draft && typeof draft.at === "number" ? draft : null;
    } catch {
        return null;
    }
};

const keys = (store, start) => (
    Object.keys(store).filter((key) => key.startsWith(start))
);

/** Return a user's drafts, newest first, of one page where one is named. */
export const draftsOf = (owner, page = null) => {
    const found = [];
    for (const store of stores()) {
        for (const key of keys(store, `${PREFIX}${owner}:`)) {
            const draft = read(store, key);
            if (draft && (page === null || draft.page === page)) {
                found.push(draft);
            }
        }
    }
    return found.sort((one, other) => other.at - one.at);
};

export const forget = (owner, id) => {
    for (const store of stores()) {
        store.removeItem(`${PREFIX}${owner}:${id}`);
    }
};

const forgetAll = (owner) => {
    for (const store of stores()) {
        for (const key of keys(store, `${PREFIX}${owner}:`)) {
            store.removeItem(key);
        }
    }
};

/** Keep a draft; tells whether there was room. `isBrief` keeps it for this tab only. */
export const keep = (owner, draft, isBrief) => {
    const text = JSON.stringify(draft);
    const [tab, browser] = [window.sessionStorage, window.localStorage];
    const key = `${PREFIX}${owner}:${draft.id}`;
    (isBrief ? browser : tab).removeItem(key);
    if (text.length > LONGEST) {
        return false;
    }
    const store = isBrief ? tab : browser;
    const write = () => {
        try {
            store.setItem(key, text);
            return true;
        } catch {
            return false;
        }
    };
    const others = draftsOf(owner).filter((one) => one.id !== draft.id);
    for (const old of others.splice(MOST - 1)) {
        forget(owner, old.id);
    }
    while (!write()) {
        const oldest = others.pop();
        if (!oldest) {
            return false;
        }
        forget(owner, oldest.id);
    }
    return true;
};

/** Take away what is older than a month, whoever's it is, and what cannot be read. */
export const tidy = () => {
    for (const store of stores()) {
        for (const key of keys(store, PREFIX)) {
            const draft = read(store, key);
            if (!draft || Date.now() - draft.at > MONTH) {
                store.removeItem(key);
            }
        }
    }
};

/** Take away the drafts that the server says are saved. */
export const forgetSaved = (owner) => {
    const found = document.cookie.split("; ").find((one) => (
        one.startsWith(`${COOKIE}=`)
    ));
    if (found) {
        for (const id of found.slice(COOKIE.length + 1).split(".")) {
            forget(owner, id);
        }
        document.cookie = `${COOKIE}=; path=/; max-age=0; samesite=lax`;
    }
};

/** Take away all of a user's drafts, in the other tabs too. */
export const sayGoodbye = (owner) => {
    forgetAll(owner);
    try {
        window.localStorage.setItem(GOODBYE, `${owner}:${Date.now()}`);
        window.localStorage.removeItem(GOODBYE);
    } catch {
        // Other tabs' own drafts go with the tabs.
    }
};

/** Call back when the user logs out in another tab. */
export const onGoodbye = (owner, done) => {
    window.addEventListener("storage", (event) => {
        if (event.key === GOODBYE && (event.newValue || "").startsWith(`${owner}:`)) {
            forgetAll(owner);
            done();
        }
    });
};

export const newId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
};
