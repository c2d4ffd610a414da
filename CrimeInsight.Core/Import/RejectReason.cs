namespace CrimeInsight.Core.Import;

/// <summary>Why a row was refused. The names are stored and printed: never rename. Texts: ImportText, under the same key.</summary>
public enum RejectReason
{
    /// <summary>A required value is empty.</summary>
    ValueMissing,

    /// <summary>The row has more or fewer columns than the header: most often an unescaped separator or quote.</summary>
    ColumnCount,

    /// <summary>A quote is never closed, or text follows a closing one.</summary>
    QuoteUnbalanced,

    /// <summary>The row is longer than a million characters.</summary>
    RowTooLong,

    /// <summary>Bytes that are not text in the file's encoding.</summary>
    EncodingInvalid,

    /// <summary>Control characters inside a value.</summary>
    ControlCharacters,

    /// <summary>The value is longer than the column takes.</summary>
    ValueTooLong,

    /// <summary>Begins with =, +, - or @: a spreadsheet would run it.</summary>
    FormulaLike,

    /// <summary>A number that a spreadsheet has rounded, such as 1.23457E+14: which case it was cannot be known.</summary>
    ReferenceRounded,

    /// <summary>Not a date in any of the formats.</summary>
    DateInvalid,

    /// <summary>Day and month could be either way round, and the file does not say which.</summary>
    DateAmbiguous,
    DateInFuture,

    /// <summary>Before 1950.</summary>
    DateTooOld,

    /// <summary>Not a time of day.</summary>
    TimeInvalid,
    ReportedBeforeOccurred,

    /// <summary>The charge sheet or the end of the case is before its registration, or the end before the charge sheet.</summary>
    StageBeforeOther,

    /// <summary>The status has no such date: a charge sheet of a case under investigation, an end of one on trial.</summary>
    StageNotOfStatus,
    EndBeforeStart,

    /// <summary>No jurisdiction has this code or name.</summary>
    JurisdictionUnknown,

    /// <summary>Several jurisdictions have this name; the state or district is needed.</summary>
    JurisdictionAmbiguous,

    /// <summary>The jurisdiction is not in the state or district named beside it.</summary>
    JurisdictionMismatch,

    /// <summary>Outside the jurisdictions of the person who imports.</summary>
    JurisdictionNotYours,

    /// <summary>No crime head has this code or name.</summary>
    HeadUnknown,

    /// <summary>A head that has finer ones below it: incidents carry the finest.</summary>
    HeadNotLeaf,

    /// <summary>Not a number where one is needed.</summary>
    NumberInvalid,

    /// <summary>Only one of latitude and longitude is given.</summary>
    CoordinateIncomplete,

    /// <summary>Beyond ±90 or ±180 degrees.</summary>
    CoordinateInvalid,

    /// <summary>Latitude and longitude have changed places. Not remedied: a column that is swapped is swapped in every row.</summary>
    CoordinatesSwapped,
    CoordinatesOutsideIndia,

    /// <summary>Metres of a projected grid such as UTM, not degrees.</summary>
    CoordinatesProjected,

    /// <summary>The point lies far from the jurisdiction named.</summary>
    CoordinatesFarFromJurisdiction,
    GenderUnknown,
    AgeInvalid,
    StatusUnknown,

    /// <summary>Blotted out in the file of rejects, for the case may be protected: to be filled in again from the source.</summary>
    ValueWithheld,

    /// <summary>Negative, or more than 10,000 crore rupees.</summary>
    AmountInvalid,
}
