namespace CrimeInsight.Core.Import.Preparing;

/// <summary>What is done with the rows of a file before they are stored, in this order. Names are stored; never rename.</summary>
public enum PreparationStep
{
    /// <summary>What says nothing goes: invisible characters, remains of HTML, words for "unknown".</summary>
    Cleansing,

    /// <summary>Dates, times, amounts and coordinates in one form; always done, for they could not be read otherwise.</summary>
    Forms,

    /// <summary>Names of places and heads that are misspelt.</summary>
    Names,

    /// <summary>Values become what they mean: by the mapping, or by the words that the product knows.</summary>
    Categories,

    /// <summary>Equal rows without a reference are one case.</summary>
    Duplicates,

    /// <summary>What follows from the rest of the row is filled in, and marked as such.</summary>
    Imputation,

    /// <summary>Coordinates are read, held against the place named, and find the district where none is.</summary>
    Geolocation,
}
