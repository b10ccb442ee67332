/* What the palette offers: pages and actions of this page, and what was looked at. */
window.chanceryOffers = (() => {
    const MOST_RECENT = 8;
    const words = (text) => text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const said = (element) =>
        (element.getAttribute("aria-label") || element.textContent)
            .replace(/\s+/g, " ").trim();
    const pictured = (element, otherwise) => {
        const use = element.querySelector("use");
        const name = use?.getAttribute("href")?.split("#")[1];
        return name && use.closest(".icon") ? name : otherwise;
    };

    // What a click on the page's own links and buttons would do.
    const clicking = (element, icon, detail) => ({
        title: said(element),
        detail,
        icon: pictured(element, icon),
        url: element.href || "",
        run: () => element.click(),
    });

    const pages = () => {
        const found = [];
        for (const link of document.querySelectorAll(".sidebar a.nav-link")) {
            const group = link.closest(".nav-group")?.querySelector("h2");
            const parent = link.closest(".nav-views")?.parentElement;
            const entry = clicking(link, "arrow", group ? said(group) : "");
            if (entry.title.startsWith(entry.detail)) {
                entry.detail = "";
            }
            if (parent) {
                const over = parent.querySelector("a.nav-link");
                entry.title = `${said(over)}: ${entry.title}`;
                entry.icon = pictured(over, "arrow");
                entry.detail = "";
            }
            found.push(entry);
        }
        return found;
    };

    const here = () => {
        const found = document.querySelectorAll(
            ".page-head .actions-row a, .page-head .actions-row button"
        );
        return [...found].map((element) => clicking(element, "arrow", ""));
    };

    const actions = () => {
        const found = [...document.querySelectorAll(".sidebar .nav-add")];
        const made = found.map((link) => clicking(link, "plus", ""));
        const theme = document.querySelector(".theme-toggle");
        if (theme) {
            const label = [...theme.querySelectorAll("span")]
                .find((span) => getComputedStyle(span).display !== "none");
            made.push({
                title: (label || theme).textContent.trim(),
                detail: "",
                icon: "theme",
                url: "",
                run: () => theme.click(),
            });
        }
        const menu = ".user-menu .menu-items a, .user-menu .menu-items button, [data-palette]";
        for (const element of document.querySelectorAll(menu)) {
            made.push(clicking(element, element.closest(".log-out") ? "out" : "user", ""));
        }
        return made;
    };

    const key = `chancery.recent.${document.body.dataset.user}`;
    const recent = () => {
        try {
            const kept = JSON.parse(localStorage.getItem(key) || "[]");
            return kept
                .filter((one) => one.url?.startsWith("/") && one.url !== location.pathname)
                .map((one) => ({...one, icon: "recent", run: null}));
        } catch {
            return [];
        }
    };

    // The record that the page is about has been looked at now.
    const page = document.querySelector("[data-reference]");
    const heading = document.querySelector("#content h1");
    if (page && heading) {
        const now = {
            title: heading.textContent.trim(),
            detail: page.dataset.reference,
            url: location.pathname,
        };
        const others = recent().filter((one) => one.url !== now.url)
            .map(({title, detail, url}) => ({title, detail, url}));
        localStorage.setItem(key, JSON.stringify([now, ...others].slice(0, MOST_RECENT)));
    }

    // Every word must begin a word; what begins the title comes first.
    const fitting = (entries, text) => {
        const wanted = words(text);
        const rated = [];
        for (const entry of entries) {
            const parts = words(`${entry.title} ${entry.detail}`.replace(/[:/(“-]/g, " "));
            if (wanted.every((word) => parts.some((part) => part.startsWith(word)))) {
                rated.push([entry.title.toLocaleLowerCase().startsWith(wanted[0]) ? 0 : 1, entry]);
            }
        }
        return rated.sort((one, other) => one[0] - other[0]).map(([, entry]) => entry);
    };

    return {pages, here, actions, recent, fitting};
})();
