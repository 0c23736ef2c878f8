// Without this the style sheet switches all the same; here the document's own language and title follow,
// and a link into the edition that is hidden shows it.
{
  const inputs = [...document.querySelectorAll('input[name="edition"]')];

  const follow = () => {
    const shown = inputs.find((input) => input.checked)?.value;
    const edition = document.querySelector(`.edition[lang="${shown}"]`);
    if (!edition) return;
    document.documentElement.lang = edition.lang;
    document.title = edition.dataset.title;
  };

  const showTarget = () => {
    const target = document.querySelector(':target');
    const input = inputs.find((one) => one.value === target?.closest('.edition')?.lang);
    if (!input || input.checked) return;
    input.checked = true;
    follow();
    target.scrollIntoView();
  };

  addEventListener('change', follow);
  // A browser that goes back, or loads again, keeps the choice.
  addEventListener('pageshow', follow);
  addEventListener('hashchange', showTarget);
  showTarget();
}
