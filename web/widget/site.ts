/** Whose widget this is: it stands in the address of the frame. */
export const site = new URLSearchParams(location.search).get('site') ?? '';
