namespace older {
  export interface Old {
    year: number;
  }
}

export = older;
