namespace CrimeInsight.Core.Import.Reading;

/// <summary>What is wrong with a record as a whole.</summary>
internal enum CsvFault
{
    None,

    /// <summary>A quote is never closed, or text follows a closing one.</summary>
    QuoteUnbalanced,

    /// <summary>Longer than <see cref="CsvRecordReader.MostChars"/>.</summary>
    TooLong,
}
