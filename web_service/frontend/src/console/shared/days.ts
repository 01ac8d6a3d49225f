/** Days as people choose them, and the moments that services ask for. */

/** The first moment of the day here. */
export function begins(day: string | undefined): string | undefined {
  return moment(day, 'T00:00:00.000')
}

/** The last moment of the day here. */
export function ends(day: string | undefined): string | undefined {
  return moment(day, 'T23:59:59.999')
}

function moment(day: string | undefined, time: string): string | undefined {
  const found = new Date(`${day}${time}`) // without a zone: the reader's own
  return day && !Number.isNaN(found.getTime()) ? found.toISOString() : undefined
}
