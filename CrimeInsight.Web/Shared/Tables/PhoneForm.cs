namespace CrimeInsight.Web.Shared.Tables;

/// <summary>What becomes of a table on a phone.</summary>
public enum PhoneForm
{
    /// <summary>It stays as it is, and scrolls when it is too wide.</summary>
    Same,

    /// <summary>Less room around its figures.</summary>
    Tight,

    /// <summary>A card for each row, with the heads beside its figures.</summary>
    Cards,
}
