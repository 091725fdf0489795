/** The page's behaviour: from change to change with n and p (or j and k) and two buttons. Its hash stands in the policy. */
export const SCRIPT = `
(() => {
  const changes = [...document.querySelectorAll("[data-change]")];
  const place = document.getElementById("vi-tri");
  const open = document.getElementById("mo-het");
  let current = -1;
  const go = (index) => {
    if (changes.length === 0) return;
    changes[current]?.classList.remove("current");
    current = (index + changes.length) % changes.length;
    const change = changes[current];
    change.classList.add("current");
    change.focus({ preventScroll: true });
    change.scrollIntoView({ block: "center" });
    place.textContent = (current + 1) + "/" + changes.length;
  };
  const next = () => go(current + 1);
  const previous = () => go(current < 0 ? changes.length - 1 : current - 1);
  document.getElementById("sau").addEventListener("click", next);
  document.getElementById("truoc").addEventListener("click", previous);
  open.addEventListener("click", () => {
    const all = open.getAttribute("aria-pressed") !== "true";
    open.setAttribute("aria-pressed", String(all));
    for (const folded of document.querySelectorAll("details.same")) folded.open = all;
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "n" || event.key === "j") next();
    else if (event.key === "p" || event.key === "k") previous();
  });
  const follow = (hash) => {
    const index = changes.findIndex(({ id }) => id !== "" && "#" + id === hash);
    if (index >= 0) go(index);
  };
  addEventListener("hashchange", () => follow(location.hash));
  // a link that was followed before does not change the address again
  document.addEventListener("click", ({ target }) => {
    const link = target.closest("a");
    if (link) follow(link.hash);
  });
  follow(location.hash);
})();
`;
