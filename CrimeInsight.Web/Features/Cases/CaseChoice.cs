using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>What narrows the list of cases beside the scope, as the address has it.</summary>
/// <param name="Status">Only cases of this status; null for all.</param>
/// <param name="Number">Part of an FIR number or reference; null for all. It is looked for in every month and under every head.</param>
/// <param name="HasFeatures">Files have columns of what a case is among others and in the calendar.</param>
public sealed record CaseChoice(LegalStatus? Status = null, string? Number = null, bool HasFeatures = false)
{
    public const string FeaturesName = "features";
    public const string FeaturesOn = "1";
    public const string StatusName = "status";
    public const string NumberName = "number";

    /// <summary>Shortest text worth looking for.</summary>
    public const int LeastLength = 2;

    /// <summary>Longest text looked for.</summary>
    public const int MostLength = 60;

    /// <summary>The members of an address; nonsense is passed over.</summary>
    public static CaseChoice Parse(string? status, string? number, string? features = null) => new(
        Enum.TryParse<LegalStatus>(status, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
        number?.Trim() is { Length: >= LeastLength and <= MostLength } text ? text : null,
        features == FeaturesOn);
}
