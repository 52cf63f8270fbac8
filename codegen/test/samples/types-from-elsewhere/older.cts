namespace older {
  export const since = 1970;
  export interface Old {
    year: number;
  }
}

export = older;
