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
