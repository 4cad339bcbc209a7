/** Pictures of a way move when somebody presses play; what moves them is fetched then. */
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-plays]') : null
  if (button !== null)
    void import('#widgets/journey/play-journey.ts').then(
      ({ pressPlay }) => pressPlay(button),
      () => undefined,
    )
})
