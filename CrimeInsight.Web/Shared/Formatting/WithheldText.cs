using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Formatting;

/// <summary>What is said where cases of protected heads are not in the figures.</summary>
public sealed class WithheldText(IStringLocalizer<QueryText> text, DisplayFormat format)
{
    /// <summary>In place of all figures: "17 cases: too few to divide".</summary>
    public string Title(WithheldCases withheld) => withheld.Reason switch
    {
        WithheldReason.TooFew => text[nameof(QueryText.WithheldTooFew), Count(withheld)],
        WithheldReason.TooSmallPlaces => text[nameof(QueryText.WithheldTooSmallPlaces)],
        _ => text[nameof(QueryText.WithheldTooFine)],
    };

    /// <summary>What is missing from the figures, and why, in one sentence.</summary>
    public string Note(WithheldCases withheld, ReferenceData reference)
    {
        var heads = string.Join(", ", withheld.Heads.Select(reference.Head));
        if (withheld is { Cases: null, IsSmall: false })
            return text[withheld.Reason == WithheldReason.TooSmallPlaces ? nameof(QueryText.WithheldTooSmallPlacesUncounted) : nameof(QueryText.WithheldTooFineUncounted), heads];
        return text[withheld.Reason switch
        {
            WithheldReason.TooFew => nameof(QueryText.WithheldTooFewNote),
            WithheldReason.TooSmallPlaces => nameof(QueryText.WithheldTooSmallPlacesNote),
            _ => nameof(QueryText.WithheldTooFineNote),
        }, Count(withheld), heads];
    }

    /// <summary>The same with where to go instead.</summary>
    public string Hint(WithheldCases withheld, ReferenceData reference) => $"{Note(withheld, reference)} {text[nameof(QueryText.WithheldWhere)]}";

    private string Count(WithheldCases withheld) => format.Count(withheld.Cases, withheld.IsSmall);
}
