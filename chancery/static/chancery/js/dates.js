/* Under every partial date: what was understood, or which dates it may mean. */
(() => {
    const {read: address, understood, which} = document.currentScript.dataset;
    const INPUT = "input[data-partial-date]";
    const PAUSE = 250;
    const waiting = new WeakMap();

    const place = (input) => {
        const next = input.nextElementSibling;
        if (next && next.matches(".date-reading")) {
            return next;
        }
        const made = document.createElement("div");
        made.className = "date-reading";
        made.setAttribute("aria-live", "polite");
        input.after(made);
        return made;
    };

    const line = (text, kind) => {
        const made = document.createElement("p");
        made.className = `date-reading-${kind}`;
        made.textContent = text;
        return made;
    };

    const choices = (input, found) => {
        const made = document.createElement("div");
        made.className = "date-choices";
        made.setAttribute("role", "group");
        made.setAttribute("aria-label", which);
        for (const {edtf, words} of found) {
            const button = document.createElement("button");
            button.type = "button";
            button.textContent = words;
            button.addEventListener("click", () => {
                input.value = edtf;
                input.focus();
                input.dispatchEvent(new Event("input", {bubbles: true}));
                input.dispatchEvent(new Event("change", {bubbles: true}));
            });
            made.append(button);
        }
        return made;
    };

    const show = (input, answer) => {
        const at = place(input);
        if (answer.choices.length) {
            at.replaceChildren(line(which, "asked"), choices(input, answer.choices));
        } else if (answer.problem) {
            at.replaceChildren(line(answer.problem, "refused"));
        } else if (answer.edtf) {
            at.replaceChildren(line(`${understood} ${answer.words}`, "understood"));
        } else {
            at.replaceChildren();
        }
    };

    const ask = async (input) => {
        const text = input.value;
        if (!text.trim()) {
            place(input).replaceChildren();
            return;
        }
        let answer;
        try {
            const response = await fetch(
                `${address}?${new URLSearchParams({text: text.slice(0, 400)})}`,
                {headers: {Accept: "application/json"}, redirect: "error"},
            );
            if (!response.ok) {
                return;
            }
            answer = await response.json();
        } catch {
            // Not reachable, or logged out: the form itself asks when it is sent.
            return;
        }
        // Somebody types faster than the answer comes.
        if (input.value === text) {
            show(input, answer);
        }
    };

    const later = (input, pause) => {
        clearTimeout(waiting.get(input));
        waiting.set(input, setTimeout(() => ask(input), pause));
    };

    // On the document, so that rows added later are served as well.
    document.addEventListener("input", (event) => {
        if (event.target.matches(INPUT)) {
            later(event.target, PAUSE);
        }
    });
    document.addEventListener("focusin", (event) => {
        if (event.target.matches(INPUT) && !place(event.target).hasChildNodes()) {
            later(event.target, PAUSE);
        }
    });
    // What was refused offers its choices at once.
    for (const input of document.querySelectorAll(`${INPUT}[aria-invalid="true"]`)) {
        later(input, 0);
    }
})();
