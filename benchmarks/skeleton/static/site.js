document.documentElement.dataset.script = 'yes'
