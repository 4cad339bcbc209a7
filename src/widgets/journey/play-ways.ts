/** What the build has drawn moves when somebody presses play; what moves it is fetched then. */
document.addEventListener('click', (event) => {
  const { target } = event
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-plays]') : null
  // What scripts have drawn hears of it itself.
  if (button !== null && !event.defaultPrevented)
    void import('./play-journey.ts').then(
      ({ pressPlay }) => pressPlay(button),
      () => undefined,
    )
})
