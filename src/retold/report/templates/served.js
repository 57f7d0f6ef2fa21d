// What only a page of a server does: filters ask the server, files are dropped, a job tells how far it is.
(function () {
  var facets = document.querySelector("form.facets[action]");
  if (facets) { facets.addEventListener("change", function () { facets.requestSubmit(); }); }

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

  // Words that are selected in a text come into the form that says they are page furniture.
  var furnish = document.querySelector("details.furnish");
  if (furnish) {
    document.addEventListener("selectionchange", function () {
      var chosen = document.getSelection(), node = chosen.anchorNode;
      var element = node && (node.nodeType === 1 ? node : node.parentElement);
      var text = element && element.closest(".txt[data-article]");
      if (!text || !chosen.toString().trim() || !text.contains(chosen.focusNode)) { return; }
      furnish.querySelector("select").value = text.dataset.article;
      furnish.querySelector("textarea").value = chosen.toString().trim();
    });
  }

  if (document.querySelector("[data-again]")) {
    setTimeout(function () { location.reload(); }, 3000);
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
})();
