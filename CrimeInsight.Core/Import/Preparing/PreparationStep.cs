namespace CrimeInsight.Core.Import.Preparing;

/// <summary>What is done with the values of a file before they are stored, in this order. Names are stored; never rename.</summary>
public enum PreparationStep
{
    /// <summary>What says nothing goes: invisible characters, remains of HTML, words for "unknown".</summary>
    Cleansing,

    /// <summary>Dates, times and amounts in one form; always done, for they could not be read otherwise.</summary>
    Forms,

    /// <summary>Names of places and heads that are misspelt.</summary>
    Names,

    /// <summary>Values that the mapping gives a meaning.</summary>
    Categories,
}
