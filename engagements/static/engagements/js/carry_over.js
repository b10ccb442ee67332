/* Going through open items by keyboard: one key says what became of each. */
(() => {
    const form = document.getElementById("carry_form");
    if (!form) {
        return;
    }
    const items = [...form.querySelectorAll("[data-item]")];
    const said = form.querySelector("[data-said]");
    const kinds = new Map(
        form.dataset.keys.trim().split(/\s+/).map((pair) => pair.split(":")),
    );
    // With these there is more to say, so the cursor stays.
    const staying = new Set(["revised", "reported", "fulfilled"]);
    let current = -1;
    let wasSent = false;

    const goTo = (index, {focus = true} = {}) => {
        if (index < 0 || index >= items.length) {
            return;
        }
        items[current]?.classList.remove("is-current");
        items[current]?.removeAttribute("aria-current");
        current = index;
        const item = items[current];
        item.classList.add("is-current");
        item.setAttribute("aria-current", "true");
        if (focus) {
            item.focus({preventScroll: true});
            item.scrollIntoView({block: "nearest"});
        }
    };
    const radio = (item, value) => item.querySelector(`input[type=radio][value="${value}"]`);
    const tell = (item, value) => {
        const title = item.querySelector("h3").textContent.trim();
        const label = radio(item, value).closest("label").textContent.trim();
        said.textContent = `${current + 1}/${items.length} ${title}: ${label}`;
    };
    const choose = (value) => {
        const item = items[current];
        const found = radio(item, value);
        if (!found || found.disabled) {
            return;
        }
        found.checked = true;
        tell(item, value);
        if (value === "revised") {
            const box = item.querySelector("textarea");
            box.focus();
            // The wording so far stands in it: one goes on after it.
            box.setSelectionRange(box.value.length, box.value.length);
        } else if (value && !staying.has(value)) {
            goTo(current + 1);
        }
    };
    const undo = () => {
        const item = items[current];
        const first = item.querySelector("input[type=radio][checked]");
        const value = first && first.checked ? "" : (first?.value ?? "");
        radio(item, value).checked = true;
        tell(item, value);
    };
    const isTyping = (element) => element.matches(
        "textarea, select, input:not([type=radio], [type=checkbox])",
    );

    document.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            if (!wasSent) {
                form.requestSubmit();
            }
            return;
        }
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
            return;
        }
        if (isTyping(event.target)) {
            if (event.key === "Escape" && current >= 0) {
                items[current].focus();
            }
            return;
        }
        const inside = event.target === document.body || event.target.closest("main");
        if (!inside || !items.length) {
            return;
        }
        if (event.key === "j" || event.key === "ArrowDown") {
            event.preventDefault();
            goTo(Math.min(current + 1, items.length - 1));
        } else if (event.key === "k" || event.key === "ArrowUp") {
            event.preventDefault();
            goTo(Math.max(current - 1, 0));
        } else if (current >= 0 && event.key === "u") {
            undo();
        } else if (current >= 0 && event.key === "d") {
            const tick = items[current].querySelector(".carry-reports input");
            if (tick) {
                tick.checked = !tick.checked;
            }
        } else if (current >= 0 && kinds.has(event.key)) {
            event.preventDefault();
            choose(kinds.get(event.key));
        }
    });
    form.addEventListener("focusin", (event) => {
        const index = items.indexOf(event.target.closest("[data-item]"));
        if (index >= 0 && index !== current) {
            goTo(index, {focus: false});
        }
    });
    form.addEventListener("submit", (event) => {
        // A second press would send it twice.
        if (wasSent) {
            event.preventDefault();
        }
        wasSent = true;
    });
    window.addEventListener("pageshow", () => {
        wasSent = false;
    });

    // Begin with what was refused, else with the first that nobody has dealt with.
    const wrong = items.findIndex((item) => item.classList.contains("has-fault"));
    const open = items.findIndex((item) => radio(item, "")?.checked);
    goTo(Math.max(wrong >= 0 ? wrong : open, 0));
})();
