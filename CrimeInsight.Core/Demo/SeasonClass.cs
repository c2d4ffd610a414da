namespace CrimeInsight.Core.Demo;

/// <summary>How a head's cases vary over the months of a year.</summary>
public enum SeasonClass
{
    /// <summary>No season.</summary>
    Flat,

    /// <summary>Summer travel and the festive weeks of October and November.</summary>
    Theft,

    /// <summary>Winter holidays and the summer vacation, when houses stand empty.</summary>
    Burglary,

    /// <summary>Hot months; low in the cold ones.</summary>
    Violence,

    /// <summary>As violence, milder.</summary>
    Women,

    /// <summary>Fog in December and January, the dry hot months; low in the monsoon.</summary>
    Traffic,

    /// <summary>The end of the financial year and the shopping season.</summary>
    Fraud,

    /// <summary>Spring and autumn festivals and the turn of the year.</summary>
    Liquor,
}
