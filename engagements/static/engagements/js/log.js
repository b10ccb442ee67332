/* The page on which a whole meeting is logged: proposals, posts, clocks, duplicates. */
(() => {
    const form = document.querySelector("#log_form");
    if (!form) {
        return;
    }
    const byName = (name, root = form) => root.querySelector(`[name="${name}"]`);
    const inRow = (row, name) => row.querySelector(`[name$="-${name}"]`);
    const wordsInRow = (row, name) => row.querySelector(`[name$="-${name}-words"]`);
    const say = (text) => {
        form.querySelector("[data-status]").textContent = text;
    };
    const date = byName("date");

    // ---- What is proposed, until somebody touches it ---------------------------
    const proposedIn = (box) => {
        const row = box.closest("[data-row]");
        return row ? inRow(row, "proposed") : byName("proposed");
    };
    const namesIn = (hidden) => (hidden?.value ? hidden.value.split(",") : []);
    const nameOf = (box) =>
        box.name.replace(/-words$/, "").replace(/^(?:[a-z]+-\d+-|source-)/, "");

    const propose = (box, name) => {
        const hidden = proposedIn(box);
        hidden.value = [...new Set([...namesIn(hidden), name])].join(",");
        const label = box.closest(".field").querySelector("label");
        if (!label.querySelector("[data-proposed]")) {
            const mark = document.createElement("span");
            mark.className = "proposed";
            mark.dataset.proposed = "";
            mark.textContent = form.dataset.textProposed;
            label.append(" ", mark);
        }
    };
    const touch = (box) => {
        const hidden = box.name && proposedIn(box);
        if (!hidden) {
            return;
        }
        const row = box.closest("[data-row]");
        const name = nameOf(box);
        hidden.value = namesIn(hidden)
            .filter((one) => one !== name && one !== "row")
            .join(",");
        box.closest(".field")?.querySelector("[data-proposed]")?.remove();
        if (row?.classList.contains("is-proposed")) {
            row.classList.remove("is-proposed");
            row.querySelector(".entry-head [data-proposed]")?.remove();
        }
    };
    form.addEventListener("propose", (event) => {
        propose(event.detail.box, event.detail.name);
    });
    form.addEventListener("input", (event) => touch(event.target));
    form.addEventListener("change", (event) => {
        if (!event.target.name?.endsWith("-DELETE")) {
            touch(event.target);
        }
    });

    // ---- The series knows what to expect ----------------------------------------
    const isEmptyOrProposed = (box) =>
        !box.value || namesIn(proposedIn(box)).includes(nameOf(box));

    const takeMain = (page) => {
        const hidden = page.querySelector("#log_form [name=proposed]");
        for (const name of namesIn(hidden)) {
            for (const each of [name, `${name}-words`]) {
                const [mine, theirs] = [byName(each), byName(each, page)];
                const standard = ["level", "mode", "classification"].includes(name);
                if (mine && theirs && (standard || isEmptyOrProposed(mine))) {
                    mine.value = theirs.value;
                }
            }
            const box = byName(`${name}-words`) ?? byName(name);
            if (box) {
                propose(box, name);
            }
        }
    };
    const isUntouched = (rows) =>
        [...rows.querySelectorAll("[data-row]")].every(
            (row) =>
                row.classList.contains("is-proposed") ||
                [...row.querySelectorAll(".field input:not([type=hidden])")].every(
                    (box) => !box.value,
                ),
        );
    const takeProposals = async () => {
        const series = byName("series").value;
        if (!series) {
            return;
        }
        const query = new URLSearchParams({series, date: date.value});
        const answer = await fetch(`${form.dataset.proposals}?${query}`);
        if (!answer.ok) {
            return;
        }
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        takeMain(page);
        for (const prefix of ["partners", "participants"]) {
            const mine = form.querySelector(`#${prefix}-rows`);
            const theirs = page.querySelector(`#${prefix}-rows`);
            if (mine && theirs && isUntouched(mine)) {
                // Nothing of it stood on the page that the server sent: what keeps drafts
                // must take it for typed.
                for (const box of theirs.querySelectorAll(".field input[type=text]")) {
                    const {value} = box;
                    box.defaultValue = "";
                    box.value = value;
                }
                mine.replaceWith(document.adoptNode(theirs));
            }
        }
        document.dispatchEvent(new CustomEvent("rows-replaced"));
        const count = form.querySelectorAll("#participants-rows .is-proposed").length;
        say(form.dataset.textFilled.replace("{count}", count));
        counted();
        showClock();
        lookForSimilar();
    };

    // ---- People bring their side and their post -----------------------------------
    const fillBox = (box, record) => {
        // What a script fills in is a proposal still: nobody has touched it.
        box.isFilling = true;
        box.dispatchEvent(new CustomEvent("choose", {bubbles: true, detail: record}));
        box.isFilling = false;
    };
    const fillPerson = (row, person) => {
        const side = wordsInRow(row, "partner");
        if (person?.partner && (!side.value || side.filledIn)) {
            fillBox(side, person.partner);
            side.filledIn = true;
        }
        const post = wordsInRow(row, "post");
        const said = row.querySelector("[data-said]");
        if (!post.value || post.filledIn || row.classList.contains("is-proposed")) {
            const [held] = person?.posts ?? [];
            fillBox(post, held ?? null);
            post.value = held?.text ?? "";
            post.filledIn = true;
            said.textContent = held ? held.said : (person?.hint ?? "");
        }
    };
    const askAgain = async () => {
        for (const row of form.querySelectorAll("#participants-rows [data-row]")) {
            const reference = inRow(row, "person").value;
            const post = wordsInRow(row, "post");
            if (reference && (post.filledIn || row.classList.contains("is-proposed"))) {
                const query = new URLSearchParams({
                    model: "partners.person",
                    reference,
                    on: date.value,
                });
                const answer = await fetch(`${form.dataset.find}?${query}`);
                const {results} = answer.ok ? await answer.json() : {results: []};
                if (results.length) {
                    fillPerson(row, results[0]);
                }
            }
        }
    };

    // ---- Clocks: there, and here ---------------------------------------------------
    const offsetAt = (instant, zone) => {
        const parts = Object.fromEntries(
            new Intl.DateTimeFormat("en-CA", {
                timeZone: zone,
                hourCycle: "h23",
                year: "numeric",
                month: "2-digit",
                day: "2-digit",
                hour: "2-digit",
                minute: "2-digit",
            })
                .formatToParts(instant)
                .map(({type, value}) => [type, Number(value)]),
        );
        const {year, month, day, hour, minute} = parts;
        return Date.UTC(year, month - 1, day, hour, minute) - instant.getTime();
    };
    const showClock = () => {
        const shown = form.querySelector("[data-clock]");
        const zone = byName("time_zone").value.trim();
        const found = [byName("starts").value, byName("ends").value].map((clock) =>
            clock.match(/^(\d{1,2})[:.]?(\d{2})$/),
        );
        // The day matters for summer time only; without one it is today's.
        const typed = date.dataset.edtf || date.value;
        const day = typed.match(/(\d{4})-(\d{2})-(\d{2})/);
        const now = new Date();
        const [year, month, dom] = day
            ? day.slice(1).map(Number)
            : [now.getFullYear(), now.getMonth() + 1, now.getDate()];
        const here = form.dataset.readerZone;
        try {
            shown.textContent = found
                .filter(Boolean)
                .map(([there, hours, minutes]) => {
                    const wall = Date.UTC(year, month - 1, dom, hours, minutes);
                    let instant = new Date(wall - offsetAt(new Date(wall), zone));
                    instant = new Date(wall - offsetAt(instant, zone));
                    const mine = new Intl.DateTimeFormat(document.documentElement.lang, {
                        timeZone: here,
                        weekday: "short",
                        hour: "2-digit",
                        minute: "2-digit",
                        hourCycle: "h23",
                    }).format(instant);
                    return form.dataset.textClock
                        .replace("{there}", there)
                        .replace("{here}", mine)
                        .replace("{zone}", here);
                })
                .join(" ");
        } catch {
            shown.textContent = ""; // no such zone: the server says so
        }
    };

    // The day that was understood, for summer time.
    const readDate = async () => {
        const query = new URLSearchParams({text: date.value.slice(0, 400)});
        const answer = await fetch(`${form.dataset.readDate}?${query}`);
        date.dataset.edtf = answer.ok ? (await answer.json()).edtf : "";
        showClock();
    };

    // ---- Is it on record already? ----------------------------------------------------
    let similarTimer;
    const askSimilar = async () => {
        const query = new URLSearchParams({
            title: byName("title").value,
            date: date.value,
            series: byName("series").value,
            ordinal: byName("ordinal").value,
        });
        for (const row of form.querySelectorAll("#partners-rows [data-row]")) {
            const reference = inRow(row, "partner").value;
            if (reference) {
                query.append("partner", reference);
            }
        }
        const answer = await fetch(`${form.dataset.similarUrl}?${query}`);
        const {results} = answer.ok ? await answer.json() : {results: []};
        const box = form.querySelector("[data-similar]");
        box.classList.toggle("is-empty", !results.length);
        box.querySelector("[data-similar-list]").replaceChildren(
            ...results.map((one) => {
                const item = document.createElement("li");
                const link = document.createElement("a");
                link.href = one.url;
                link.target = "_blank";
                link.textContent = one.text;
                const about = document.createElement("span");
                about.className = "quiet";
                about.textContent = ` ${one.about}`;
                item.append(link, about);
                return item;
            }),
        );
    };
    const lookForSimilar = () => {
        clearTimeout(similarTimer);
        similarTimer = setTimeout(askSimilar, 400);
    };

    // ---- A new person who may be no new person ---------------------------------------
    const offerNames = async (row) => {
        const name = inRow(row, "new_name").value.trim();
        row.querySelector("[data-offer]")?.remove();
        if (!name) {
            return;
        }
        const query = new URLSearchParams({name, on: date.value});
        const answer = await fetch(`${form.dataset.namesUrl}?${query}`);
        const {results} = answer.ok ? await answer.json() : {results: []};
        if (!results.length || inRow(row, "new_name").value.trim() !== name) {
            return;
        }
        const offer = document.createElement("div");
        offer.className = "offer";
        offer.dataset.offer = "";
        const said = document.createElement("p");
        said.textContent = form.dataset.textNewPerson;
        offer.append(said);
        for (const person of results) {
            const button = document.createElement("button");
            button.type = "button";
            button.className = "btn";
            button.textContent = `${person.text} – ${person.hint}`;
            button.addEventListener("click", () => {
                inRow(row, "new_name").value = "";
                offer.remove();
                row.querySelector("[data-newcomer]").open = false;
                const box = wordsInRow(row, "person");
                box.dispatchEvent(
                    new CustomEvent("choose", {bubbles: true, detail: person}),
                );
                wordsInRow(row, "person").focus();
            });
            offer.append(button);
        }
        inRow(row, "new_name").closest(".field").after(offer);
    };

    // ---- Counts beside the page's parts ------------------------------------------------
    const counted = () => {
        for (const place of form.querySelectorAll("[data-count]")) {
            const rows = form.querySelectorAll(
                `#${place.dataset.count}-rows [data-row]:not(.is-struck-out)`,
            );
            const filled = [...rows].filter((row) =>
                [...row.querySelectorAll(".field input:not([type=hidden])")].some(
                    (box) => box.value,
                ),
            );
            place.textContent = filled.length || "";
        }
    };

    form.addEventListener("chosen", (event) => {
        const box = event.target;
        const row = box.closest("[data-row]");
        const name = nameOf(box);
        if (event.detail && name === "series") {
            takeProposals();
        }
        if (name === "person") {
            if (event.detail?.posts) {
                fillPerson(row, event.detail);
            }
        } else if (row && !box.isFilling) {
            box.filledIn = false;
        }
        if (name === "place" && event.detail?.time_zone) {
            const zone = byName("time_zone");
            if (isEmptyOrProposed(zone)) {
                zone.value = event.detail.time_zone;
                propose(zone, "time_zone");
                showClock();
            }
        }
        if (!box.isFilling) {
            touch(box);
        }
        if (["partner", "series"].includes(name)) {
            lookForSimilar();
        }
        counted();
    });
    form.addEventListener("counted", counted);
    form.addEventListener("row-added", counted);
    form.addEventListener("input", (event) => {
        const name = event.target.name ?? "";
        if (["title", "ordinal"].includes(name)) {
            lookForSimilar();
        }
        if (["starts", "ends", "time_zone"].includes(name)) {
            showClock();
        }
    });
    form.addEventListener("change", (event) => {
        const row = event.target.closest("[data-row]");
        if (event.target === date) {
            lookForSimilar();
            askAgain();
            readDate();
        } else if (row && event.target.name.endsWith("-new_name")) {
            offerNames(row);
        }
        counted();
    });

    // ---- Keys ----------------------------------------------------------------------------
    form.querySelector("[data-keys]").hidden = false;
    form.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.isComposing) {
            return;
        }
        if (event.ctrlKey || event.metaKey) {
            event.preventDefault();
            form.requestSubmit(form.querySelector(".submit-row [name=_save]"));
        } else if (event.target.matches("input:not([type=radio], [type=checkbox])")) {
            // Enter chooses or does nothing: half a page is sent by nobody.
            event.preventDefault();
        }
    });
    let isSent = false;
    form.addEventListener("submit", (event) => {
        if (isSent) {
            event.preventDefault();
        }
        isSent = true;
    });
    window.addEventListener("pageshow", () => {
        isSent = false;
    });

    // ---- Where to begin --------------------------------------------------------------------
    const goTo = (box) => {
        for (let fold = box.closest("details"); fold; ) {
            fold.open = true;
            fold = fold.parentElement.closest("details");
        }
        box.focus();
    };
    form.querySelector("#problems")?.addEventListener("click", (event) => {
        const link = event.target.closest("a");
        const box = link && document.querySelector(link.getAttribute("href"));
        if (box) {
            event.preventDefault();
            goTo(box);
        }
    });
    counted();
    showClock();
    const problems = form.querySelector("#problems");
    if (problems) {
        problems.focus();
    } else {
        form.querySelector("[name='series-words']").focus({preventScroll: true});
    }
})();
