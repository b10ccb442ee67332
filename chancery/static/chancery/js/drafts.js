/* Unsaved text survives a lost session and a closed tab: kept here, offered back. */
import {
    draftsOf, forget, forgetSaved, keep, newId, onGoodbye, sayGoodbye, tidy,
} from "./draft_store.js";
import {begin, differences, putBack, typedIn} from "./draft_form.js";

const WAIT = 400;
const house = document.getElementById("drafts");
const owner = house && house.dataset.owner;

/** Return the address that a draft belongs to: without where the user came from. */
const pageOf = () => {
    const query = new URLSearchParams(window.location.search);
    query.delete("_changelist_filters");
    query.sort();
    const tail = query.toString();
    return window.location.pathname + (tail ? `?${tail}` : "");
};

const clock = (at) => {
    const then = new Date(at);
    const isToday = then.toDateString() === new Date().toDateString();
    const options = isToday
        ? {hour: "2-digit", minute: "2-digit", hourCycle: "h23"}
        : {
            day: "numeric", month: "long", hour: "2-digit", minute: "2-digit",
            hourCycle: "h23",
        };
    return new Intl.DateTimeFormat(document.documentElement.lang, options).format(then);
};

const filled = (template, values) => (
    template.replace(/\{(\w+)\}/g, (_all, name) => String(values[name] ?? ""))
);

class Drafting {
    constructor(bar) {
        this.bar = bar;
        this.form = bar.closest("form");
        this.told = bar.parentElement.querySelector("[data-part=told]");
        this.page = pageOf();
        this.words = bar.dataset;
        // A page shown again after a refusal goes on with the draft it was sent with.
        const sent = bar.dataset.draftId;
        this.before = draftsOf(owner, this.page).find((one) => one.id === sent) || null;
        this.id = this.before ? this.before.id : newId();
        this.isTouched = Boolean(this.before);
        this.isStopped = false;
        this.timer = null;
        this.state = document.createElement("span");
        this.state.className = "draft-state";
    }

    start() {
        begin(this.form);
        // Above all that the page shows, so that it is seen before anybody types anew.
        const top = this.form.closest("#content-main");
        if (top) {
            top.prepend(this.bar, this.told);
        }
        const foot = this.form.querySelector(".submit-row, .actions-row");
        if (foot) {
            foot.append(this.state);
        }
        const later = (event) => {
            if (event.target.closest && event.target.closest("[data-draft-skip]")) {
                return;
            }
            this.isTouched = true;
            window.clearTimeout(this.timer);
            this.timer = window.setTimeout(() => this.save(), WAIT);
        };
        for (const type of ["input", "change", "formset:added", "formset:removed"]) {
            this.form.addEventListener(type, later);
        }
        // The chooser of records speaks through Django's own jQuery only.
        const jquery = window.django && window.django.jQuery;
        if (jquery) {
            jquery(this.form).on("change", "select", later);
        }
        this.form.addEventListener("submit", () => this.submit());
        window.addEventListener("pagehide", () => this.flush());
        document.addEventListener("visibilitychange", () => this.flush());
        window.addEventListener("beforeunload", (event) => {
            if (this.isTouched && !this.isStopped && !typedIn(this.form, null).isEmpty) {
                this.flush();
                event.preventDefault();
            }
        });
        this.offer();
    }

    get isBrief() {
        const chosen = this.form.querySelector("select[name=classification]");
        const levels = [Number(this.bar.dataset.level || 0)];
        if (chosen) {
            levels.push(Number(chosen.value || 0));
        }
        return Math.max(...levels) >= Number(house.dataset.briefFrom);
    }

    flush() {
        if (this.timer !== null) {
            this.save();
        }
    }

    save() {
        window.clearTimeout(this.timer);
        this.timer = null;
        if (this.isStopped) {
            return;
        }
        const typed = typedIn(this.form, this.before);
        if (typed.isEmpty) {
            forget(owner, this.id);
            this.state.textContent = "";
            return;
        }
        const draft = {id: this.id, page: this.page, at: Date.now(), ...typed};
        let isKept = false;
        try {
            isKept = keep(owner, draft, this.isBrief);
        } catch {
            // The browser keeps nothing for this site.
        }
        const words = this.isBrief ? this.words.keptBrief : this.words.kept;
        this.state.textContent = isKept
            ? filled(words, {time: clock(draft.at)})
            : this.words.noRoom;
    }

    submit() {
        this.save();
        this.isStopped = true;
        const box = document.createElement("input");
        Object.assign(box, {type: "hidden", name: "_draft", value: this.id});
        this.form.append(box);
        // Still here after a while: the browser or a script held the form back.
        window.setTimeout(() => {
            this.isStopped = false;
            box.remove();
        }, 5000);
    }

    stop() {
        this.isStopped = true;
        this.state.textContent = "";
        this.bar.hidden = true;
    }

    offer() {
        const [draft, ...more] = draftsOf(owner, this.page)
            .filter((one) => one.id !== this.id);
        this.bar.hidden = !draft;
        if (!draft) {
            return;
        }
        const part = (name) => this.bar.querySelector(`[data-part=${name}]`);
        const seen = this.form.querySelector("[name=seen_version]");
        const isStale = Boolean(
            seen && draft.main.version && seen.value !== draft.main.version,
        );
        part("when").textContent = filled(this.words.offer, {time: clock(draft.at)});
        part("stale").hidden = !isStale;
        part("more").hidden = !more.length;
        part("more").textContent = filled(this.words.more, {count: more.length});
        this.list(part("list"), differences(this.form, draft));
        part("list").hidden = true;
        part("show").setAttribute("aria-expanded", "false");
        part("show").onclick = () => {
            part("list").hidden = !part("list").hidden;
            part("show").setAttribute("aria-expanded", String(!part("list").hidden));
        };
        part("discard").onclick = () => {
            forget(owner, draft.id);
            this.offer();
            this.form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
        };
        part("take").onclick = () => this.take(draft);
    }

    list(table, rows) {
        const body = table.querySelector("tbody");
        body.replaceChildren(...rows.map((cells) => {
            const row = document.createElement("tr");
            row.append(...cells.map((text, place) => {
                const cell = document.createElement(place ? "td" : "th");
                cell.textContent = text || "–";
                return cell;
            }));
            return row;
        }));
    }

    take(draft) {
        const own = this.id;
        const lost = putBack(this.form, draft);
        forget(owner, own);
        Object.assign(this, {id: draft.id, before: draft, isTouched: true});
        this.save();
        this.offer();
        const {told} = this;
        told.hidden = false;
        told.querySelector("span").textContent = this.words.taken;
        const items = lost.map((one) => {
            const item = document.createElement("li");
            item.textContent = `${one.label}: ${(one.text || [one.value]).join(", ")}`;
            return item;
        });
        told.querySelector("ul").replaceChildren(...items);
        told.focus();
    }
}

const askBeforeGoing = (drafting) => {
    const way = document.querySelector("form[action$='/logout/']");
    const dialog = house.querySelector("dialog");
    if (!way || !dialog) {
        return;
    }
    const go = () => {
        drafting.forEach((one) => one.stop());
        sayGoodbye(owner);
        way.submit();
    };
    way.addEventListener("submit", (event) => {
        event.preventDefault();
        drafting.forEach((one) => one.flush());
        const count = draftsOf(owner).length;
        if (!count) {
            go();
            return;
        }
        dialog.querySelector("[data-part=count]").textContent = filled(
            count === 1 ? house.dataset.one : house.dataset.many, {count},
        );
        dialog.showModal();
    });
    dialog.querySelector("[data-part=go]").addEventListener("click", go);
    dialog.querySelector("[data-part=stay]").addEventListener("click", () => {
        dialog.close();
    });
};

const start = () => {
    tidy();
    forgetSaved(owner);
    const drafting = [...document.querySelectorAll("form [data-draft]")]
        .map((bar) => new Drafting(bar));
    drafting.forEach((one) => one.start());
    onGoodbye(owner, () => drafting.forEach((one) => one.stop()));
    askBeforeGoing(drafting);
};

if (owner) {
    // After Django's own scripts, which grow the rows' buttons when the page is ready.
    window.addEventListener("load", () => window.setTimeout(start));
}
