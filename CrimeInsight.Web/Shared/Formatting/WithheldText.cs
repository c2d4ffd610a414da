using System.Collections.Immutable;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Formatting;

/// <summary>What is said where protected cases are not in the figures.</summary>
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
        if (withheld.Heads.IsEmpty)
            return IsUncounted(withheld) ? text[NoteKey(withheld)] : text[NoteKey(withheld), Count(withheld)];
        var heads = string.Join(", ", withheld.Heads.Select(reference.Head));
        return IsUncounted(withheld) ? text[NoteKey(withheld), heads] : text[NoteKey(withheld), Count(withheld), heads];
    }

    /// <summary>The same for a table, which has no language yet.</summary>
    public static TextKey NoteOf(WithheldCases withheld)
    {
        ImmutableArray<FigureValue> heads = withheld.Heads.IsEmpty ? [] : [new ListFigure([.. withheld.Heads.Select(head => new HeadFigure(head))])];
        return IsUncounted(withheld)
            ? TextKey.Of<QueryText>(NoteKey(withheld), heads)
            : TextKey.Of<QueryText>(NoteKey(withheld), [FigureValue.Withholdable(withheld.Cases, withheld.IsSmall, false), .. heads]);
    }

    /// <summary>The same with where to go instead.</summary>
    public string Hint(WithheldCases withheld, ReferenceData reference) => $"{Note(withheld, reference)} {text[nameof(QueryText.WithheldWhere)]}";

    private static bool IsUncounted(WithheldCases withheld) => withheld is { Cases: null, IsSmall: false };

    private static string NoteKey(WithheldCases withheld) => (withheld.Reason, IsUncounted(withheld)) switch
    {
        (_, true) when withheld.Heads.IsEmpty => nameof(QueryText.WithheldOfAnyHeadUncounted),
        (_, false) when withheld.Heads.IsEmpty => nameof(QueryText.WithheldOfAnyHeadNote),
        (WithheldReason.TooSmallPlaces, true) => nameof(QueryText.WithheldTooSmallPlacesUncounted),
        (_, true) => nameof(QueryText.WithheldTooFineUncounted),
        (WithheldReason.TooFew, _) => nameof(QueryText.WithheldTooFewNote),
        (WithheldReason.TooSmallPlaces, _) => nameof(QueryText.WithheldTooSmallPlacesNote),
        _ => nameof(QueryText.WithheldTooFineNote),
    };

    private string Count(WithheldCases withheld) => format.Count(withheld.Cases, withheld.IsSmall);
}
