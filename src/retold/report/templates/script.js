// The page works without this: it only opens what a link leads to, and lets one choose a pair.
"use strict";
(function () {
  function openTarget() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") { at.open = true; }
    }
    if (target) { target.scrollIntoView({ block: "start" }); }
  }
  window.addEventListener("hashchange", openTarget);
  if (location.hash) { openTarget(); }

  document.querySelectorAll(".pairs").forEach(function (section) {
    var pairs = Array.prototype.slice.call(section.querySelectorAll("details.pair"));
    if (pairs.length < 3) { return; }
    var label = document.createElement("label");
    var choice = document.createElement("select");
    label.className = "choose";
    label.append("Show ", choice);
    pairs.forEach(function (pair, number) {
      choice.add(new Option(pair.querySelector("summary").textContent.replace(/\s+/g, " ").trim(), String(number)));
    });
    choice.add(new Option("all pairs", "all"));
    choice.addEventListener("change", function () {
      pairs.forEach(function (pair, number) {
        pair.hidden = choice.value !== "all" && Number(choice.value) !== number;
        if (!pair.hidden && choice.value !== "all") { pair.open = true; }
      });
    });
    choice.value = "all";
    section.querySelector("h3").after(label);
  });

  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details.version, details.pair").forEach(function (one) { one.open = true; });
  });
})();
