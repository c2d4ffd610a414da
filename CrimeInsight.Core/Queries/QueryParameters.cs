namespace CrimeInsight.Core.Queries;

/// <summary>Names of a query's parameters in a URL, in canonical order.</summary>
internal static class QueryParameters
{
    public const string Measures = "m";
    public const string Dimensions = "d";
    public const string Period = "p";
    public const string DateBasis = "b";
    public const string Jurisdictions = "j";
    public const string Heads = "h";
    public const string Genders = "g";
    public const string AgeBands = "a";
    public const string Statuses = "s";
    public const string Weekdays = "w";
    public const string Hours = "t";
    public const string JurisdictionLevel = "jl";
    public const string HeadLevel = "hl";
    public const string Order = "o";
    public const string Limit = "n";
}
