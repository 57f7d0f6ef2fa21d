// The page works without this: it opens what a link leads to, lights a line of the lineage or the carriers of a reading.
"use strict";
(function () {
  var lit = [];
  function light(id) {
    lit.forEach(function (one) { one.classList.remove("on"); });
    lit = Array.prototype.slice.call(document.querySelectorAll("mark[data-f]")).filter(function (one) {
      return one.dataset.f.split(" ").indexOf(id) >= 0;
    });
    lit.forEach(function (one) { one.classList.add("on"); });
  }
  function openTarget() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) { return; }
    for (var at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") { at.open = true; }
    }
    light(id);
    target.scrollIntoView({ block: "center" });
  }
  window.addEventListener("hashchange", openTarget);
  openTarget();

  document.querySelectorAll("table.lt").forEach(function (table) {
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    function clear() {
      table.classList.remove("dim");
      rows.forEach(function (row) { row.classList.remove("hit"); });
    }
    function hit(chosen) {
      table.classList.add("dim");
      chosen.forEach(function (row) { row.classList.add("hit"); });
    }
    table.addEventListener("click", function (event) {
      var cell = event.target.closest("td.c, th.v");
      var was = cell && cell.classList.contains("chosen");
      table.querySelectorAll(".chosen").forEach(function (one) { one.classList.remove("chosen"); });
      clear();
      if (!cell || was) { return; }
      cell.classList.add("chosen");
      var row = cell.parentElement;
      if (cell.tagName === "TH") {
        for (var line = []; row; row = rows[row.dataset.p]) { line.push(row); if (!("p" in row.dataset)) { break; } }
        hit(line);
      } else if ("r" in cell.dataset) {
        var column = Array.prototype.indexOf.call(row.querySelectorAll("td.c"), cell);
        hit(rows.filter(function (other) {
          var there = other.querySelectorAll("td.c")[column];
          return there && there.dataset.r === cell.dataset.r;
        }));
      }
    });
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") { clear(); } });
  });

  var facets = document.querySelector("form.facets");
  var filters = document.querySelector("details.filters");
  if (filters && window.matchMedia("(min-width: 60.1rem)").matches) { filters.open = true; }
  if (facets && facets.method === "get" && facets.hasAttribute("action")) {
    facets.addEventListener("change", function () { facets.requestSubmit(); });
  } else if (facets) {
    var lines = Array.prototype.slice.call(document.querySelectorAll("table.pt tbody tr"));
    var words = lines.map(function (line) { return line.textContent.toLowerCase(); });
    var status = document.querySelector(".hits");
    facets.hidden = false;
    var chosen = function (name) {
      var boxes = facets.querySelectorAll("[name=" + name + "]:checked, select[name=" + name + "]");
      return Array.prototype.map.call(boxes, function (box) { return box.value; }).filter(Boolean);
    };
    var show = function () {
      var wanted = facets.querySelector(".search").value.toLowerCase().split(/\s+/);
      var asked = ["k", "o", "u", "p", "d"].map(function (name) { return [name, chosen(name)]; });
      var left = 0;
      lines.forEach(function (line, n) {
        var fits = wanted.every(function (word) { return words[n].indexOf(word) >= 0; }) &&
          asked.every(function (facet) {
            var has = (line.dataset[facet[0]] || "").split(" ");
            return !facet[1].length || facet[1].some(function (one) { return has.indexOf(one) >= 0; });
          });
        line.hidden = !fits;
        left += fits ? 1 : 0;
      });
      status.textContent = left + (left === 1 ? " story" : " stories");
      var state = asked.filter(function (facet) { return facet[1].length; }).map(function (facet) {
        return facet[0] + "=" + facet[1].join(",");
      });
      if (wanted[0]) { state.push("q=" + encodeURIComponent(wanted.join(" "))); }
      history.replaceState(null, "", state.length ? "#" + state.join("&") : location.pathname);
    };
    location.hash.slice(1).split("&").forEach(function (part) {
      var name = part.charAt(0), value = decodeURIComponent(part.slice(2));
      if (name === "q") { facets.querySelector(".search").value = value; }
      value.split(",").forEach(function (one) {
        var known = /^[koupd]$/.test(name) && /^\d+$/.test(one);
        var box = known && facets.querySelector("[name=" + name + "][value='" + one + "'], select[name=" + name + "]");
        if (box && box.tagName === "SELECT") { box.value = one; } else if (box) { box.checked = true; }
      });
    });
    if (location.hash) { show(); }
    facets.addEventListener("input", show);
    facets.addEventListener("submit", function (event) { event.preventDefault(); });
  }

  document.addEventListener("keydown", function (event) {
    var box = document.querySelector("input.search[type=search]");
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === "/" && box && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      box.focus();
    }
  });

  var drop = document.querySelector("label.drop");
  if (drop) {
    ["dragover", "dragleave", "drop"].forEach(function (name) {
      drop.addEventListener(name, function (event) {
        event.preventDefault();
        drop.classList.toggle("over", name === "dragover");
        if (name === "drop") { drop.querySelector("input").files = event.dataTransfer.files; }
      });
    });
  }

  var job = document.querySelector("progress.job");
  if (job && window.EventSource) {
    var events = new EventSource(job.dataset.events);
    events.addEventListener("state", function (event) {
      var said = JSON.parse(event.data);
      document.getElementById("job-state").textContent = said.words;
      if (said.share === null) { job.removeAttribute("value"); } else { job.value = said.share; }
      if (said.done) { events.close(); location.reload(); }
    });
  }

  window.addEventListener("beforeprint", function () {
    document.querySelectorAll(".texts").forEach(function (section) {
      var pair = section.querySelector("details.pair");
      if (pair && !section.querySelector(".one")) { pair.open = true; }
    });
  });
})();
