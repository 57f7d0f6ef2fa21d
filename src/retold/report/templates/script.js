// The page works without this: it opens what a link leads to, lights a line of the lineage or the carriers of a reading.
"use strict";
(function () {
  function all(pattern, within) { return Array.prototype.slice.call((within || document).querySelectorAll(pattern)); }
  function plain(text) { try { return decodeURIComponent(text); } catch (error) { return text; } }
  function byId(id) { return id && document.getElementById(id); }

  // ---- what is lit, open and chosen ----

  var lit = [];
  var folds = all("details:not(.filters)"), layers = all(".layers input");
  var opened = folds.map(function (one) { return one.open; });
  var target = "";

  function light(id) {
    lit.forEach(function (one) { one.classList.remove("on", "aim"); });
    lit = all("mark[data-f]").filter(function (one) { return one.dataset.f.split(" ").indexOf(id) >= 0; });
    lit.forEach(function (one) { one.classList.add("on"); });
    var aim = byId(id);
    if (aim) { aim.classList.add("aim"); lit.push(aim); }
  }
  function goTo(id) {
    var aim = byId(id);
    target = aim ? id : "";
    light(target);
    for (var at = aim; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") { at.open = true; }
    }
    if (aim) { aim.scrollIntoView({ block: "center" }); }
  }

  // The table: a version lights its line, a reading all who carry it.
  function rowsOf(table) { return Array.prototype.slice.call(table.tBodies[0].rows); }
  function clear(table) {
    table.classList.remove("dim");
    all(".chosen", table).forEach(function (one) { one.classList.remove("chosen"); });
    rowsOf(table).forEach(function (row) { row.classList.remove("hit"); });
  }
  function columnOf(cell) { return all("td.c", cell.parentElement).indexOf(cell); }
  function choose(table, cell) {
    var rows = rowsOf(table), row = cell.parentElement, hits = [];
    clear(table);
    if (cell.tagName === "TH") {
      for (; row; row = "p" in row.dataset ? rows[row.dataset.p] : null) { hits.push(row); }
    } else if ("r" in cell.dataset) {
      var column = columnOf(cell);
      hits = rows.filter(function (other) {
        var there = all("td.c", other)[column];
        return there && there.dataset.r === cell.dataset.r;
      });
    }
    cell.classList.add("chosen");
    table.classList.add("dim");
    hits.forEach(function (one) { one.classList.add("hit"); });
  }

  // ---- the address of a state: #target&v=version&r=finding.reading&o=open folds&l=layers ----

  function nameOf(fold, n) { return fold.id || String(n); }
  function state() {
    var parts = [];
    all("table.lt .chosen").forEach(function (cell) {
      if (cell.tagName === "TH") { parts.push("v=" + cell.dataset.v); return; }
      var head = all("thead th.c", cell.closest("table"))[columnOf(cell)];
      parts.push("r=" + head.dataset.f + "." + ("r" in cell.dataset ? cell.dataset.r : "-"));
    });
    var aim = byId(target);
    var moved = folds.map(function (fold, n) {
      return fold.open !== opened[n] && !(aim && fold.contains(aim)) ? nameOf(fold, n) : "";
    }).filter(Boolean);
    if (moved.length) { parts.push("o=" + moved.join(",")); }
    var turned = layers.map(function (box, n) { return box.checked !== box.defaultChecked ? n : -1; });
    turned = turned.filter(function (n) { return n >= 0; });
    if (turned.length) { parts.push("l=" + turned.join(",")); }
    return (target ? [encodeURIComponent(target)] : []).concat(parts).join("&");
  }
  function write() {
    var now = state();
    if (location.hash.slice(1) !== now) {
      history.replaceState(null, "", now ? "#" + now : location.pathname + location.search);
    }
  }
  function cellOf(name, value) {
    if (name === "v") { return document.querySelector('table.lt th.v[data-v="' + CSS.escape(value) + '"]'); }
    var dot = value.lastIndexOf("."), head = all("thead th.c").filter(function (one) {
      return one.dataset.f === value.slice(0, dot);
    })[0];
    if (!head) { return null; }
    var table = head.closest("table"), column = all("thead th.c", table).indexOf(head);
    return rowsOf(table).map(function (row) { return all("td.c", row)[column]; }).filter(function (cell) {
      return cell && ("r" in cell.dataset ? cell.dataset.r : "-") === value.slice(dot + 1);
    })[0];
  }
  function read() {
    var parts = location.hash.slice(1).split("&"), first = parts[0].indexOf("=") < 0 ? parts.shift() : "";
    folds.forEach(function (fold, n) { fold.open = opened[n]; });
    layers.forEach(function (box) { box.checked = box.defaultChecked; });
    all("table.lt").forEach(clear);
    parts.forEach(function (part) {
      var name = part.charAt(0), value = plain(part.slice(2)), values = value.split(",");
      if (name === "o") {
        folds.forEach(function (fold, n) { if (values.indexOf(nameOf(fold, n)) >= 0) { fold.open = !opened[n]; } });
      } else if (name === "l") {
        layers.forEach(function (box, n) { if (values.indexOf(String(n)) >= 0) { box.checked = !box.defaultChecked; } });
      } else if (name === "v" || name === "r") {
        var cell = cellOf(name, value);
        if (cell) { choose(cell.closest("table"), cell); }
      }
    });
    goTo(plain(first));
  }
  var isPile = !!document.querySelector("table.pt");
  if (!isPile) {
    window.addEventListener("hashchange", function () {
      var asked = location.hash.slice(1);
      if (asked === state()) { return; }
      if (asked.indexOf("=") < 0) { goTo(plain(asked)); write(); } else { read(); }
    });
    read();
    folds.forEach(function (fold) { fold.addEventListener("toggle", write); });
    layers.forEach(function (box) { box.addEventListener("change", write); });
    all("table.lt").forEach(function (table) {
      table.addEventListener("click", function (event) {
        var cell = event.target.closest("td.c, th.v");
        if (!cell || cell.classList.contains("chosen")) { clear(table); } else { choose(table, cell); }
        write();
      });
    });
  }

  document.addEventListener("keydown", function (event) {
    var typing = document.activeElement.matches("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape") { all("table.lt").forEach(clear); if (!isPile) { write(); } }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) { return; }
    var box = document.querySelector("input.search[type=search]");
    if (event.key === "/" && box) { event.preventDefault(); box.focus(); }
    if (event.key === "j" || event.key === "k") {
      var found = all(".findings > li"), at = found.indexOf(byId(target));
      var next = found[event.key === "j" ? at + 1 : Math.max(0, at - 1)];
      if (next) { goTo(next.id); write(); }
    }
  });

  var facets = document.querySelector("form.facets");
  var filters = document.querySelector("details.filters");
  if (filters && window.matchMedia("(min-width: 60.1rem)").matches) { filters.open = true; }
  if (facets && !facets.hasAttribute("action")) {
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
      status.textContent = left + (left === 1 ? {{ _(" story")|tojson }} : {{ _(" stories")|tojson }});
      var state = asked.filter(function (facet) { return facet[1].length; }).map(function (facet) {
        return facet[0] + "=" + facet[1].join(",");
      });
      if (wanted[0]) { state.push("q=" + encodeURIComponent(wanted.join(" "))); }
      history.replaceState(null, "", state.length ? "#" + state.join("&") : location.pathname);
    };
    location.hash.slice(1).split("&").forEach(function (part) {
      var name = part.charAt(0), value = plain(part.slice(2));
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

  window.addEventListener("beforeprint", function () {
    document.querySelectorAll(".texts").forEach(function (section) {
      var pair = section.querySelector("details.pair");
      if (pair && !section.querySelector(".one")) { pair.open = true; }
    });
  });
})();
