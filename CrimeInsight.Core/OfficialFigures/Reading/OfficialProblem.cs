namespace CrimeInsight.Core.OfficialFigures.Reading;

/// <summary>Why a file gives no official figure. The names are printed: never rename.</summary>
public enum OfficialProblem
{
    /// <summary>No table of counts at all.</summary>
    NoTable,

    /// <summary>Rates and shares, no counts.</summary>
    RatesOnly,

    /// <summary>No column and no title says the year.</summary>
    YearMissing,

    /// <summary>None of its heads is one of ours.</summary>
    HeadsUnknown,

    /// <summary>None of its places was found.</summary>
    PlacesUnknown,

    /// <summary>More than can be read at once.</summary>
    TooLarge,
}
