namespace CrimeInsight.Core.Queries;

/// <summary>Names of the members of a query in JSON; problems name them.</summary>
internal static class QueryMembers
{
    public const string Measures = "measures";
    public const string Dimensions = "dimensions";
    public const string Period = "period";
    public const string From = "from";
    public const string Until = "until";
    public const string DateBasis = "dateBasis";
    public const string Jurisdictions = "jurisdictions";
    public const string Heads = "heads";
    public const string Genders = "genders";
    public const string AgeBands = "ageBands";
    public const string Statuses = "statuses";
    public const string Weekdays = "weekdays";
    public const string Hours = "hours";
    public const string JurisdictionLevel = "jurisdictionLevel";
    public const string HeadLevel = "headLevel";
    public const string Order = "order";
    public const string Measure = "measure";
    public const string Descending = "descending";
    public const string Limit = "limit";

    public const string All =
        "measures, dimensions, period, dateBasis, jurisdictions, heads, genders, ageBands, statuses, weekdays, hours, jurisdictionLevel, headLevel, order, limit";
}
