/** Numbers as they are written in sentences. */
export const number = (value: number) => new Intl.NumberFormat("en-GB").format(value);
export const percent = (value: number) => new Intl.NumberFormat("en-GB", { style: "percent" }).format(value);
export const plural = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;
