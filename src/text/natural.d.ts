/** The parts of `natural` that are imported by their path; the package types only the whole. */
declare module 'natural/lib/natural/util/stopwords.js' {
  const stopWords: { readonly words: readonly string[] };
  export default stopWords;
}

declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}

declare module 'natural/lib/natural/util/stopwords_*.js' {
  const stopWords: { readonly words: readonly string[] };
  export default stopWords;
}
