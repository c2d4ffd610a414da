using System.Globalization;
using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Statutes;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>Parts of a case in words.</summary>
public sealed class CaseTextFormat(IStringLocalizer<CasesText> text, TableWords words, DisplayFormat format)
{
    /// <summary>A day, a moment, or a range of either.</summary>
    public string When(CaseTime when) => words.Word(CaseTables.WhenOf(when));

    public string Status(LegalStatus status) => words.Text(CaseWords.Of(status));

    public string Person(Gender gender, AgeBand band) => (gender, band) == (Gender.Unknown, AgeBand.Unknown)
        ? words.Text(CaseWords.Of(gender))
        : text[nameof(CasesText.PersonWords), words.Text(CaseWords.Of(gender)), words.Text(CaseWords.Of(band))];

    public string Precision(LocationPrecision precision) => text[precision switch
    {
        LocationPrecision.Exact => nameof(CasesText.PrecisionExact),
        LocationPrecision.Cell => nameof(CasesText.PrecisionCell),
        LocationPrecision.Locality => nameof(CasesText.PrecisionLocality),
        LocationPrecision.Station => nameof(CasesText.PrecisionStation),
        LocationPrecision.District => nameof(CasesText.PrecisionDistrict),
        _ => nameof(CasesText.PrecisionNone),
    }];

    /// <summary>How exactly the place is known; a point that stands in for it is called that.</summary>
    public string Precision(CaseDetails details, ReferenceData reference) =>
        StandIn(details, reference) is null ? Precision(details.Precision) : text[nameof(CasesText.PrecisionStandIn)];

    /// <summary>The point of the police station where it was taken for that of the case; null elsewhere.</summary>
    public static GeoPoint? StandIn(CaseDetails details, ReferenceData reference) =>
        details is { Place: null, Precision: LocationPrecision.Station, Summary.IsSensitive: false }
        && reference.Jurisdictions.AtOrdinal(details.Summary.Ordinal) is { } place
        && reference.Jurisdictions.SelfAndAncestors(place).FirstOrDefault(node => node.Level == JurisdictionLevel.Station) is { } station
            ? station.Point : null;

    /// <summary>The act by its name in the reader's language, and the section; the act alone where a whole body of law is meant.</summary>
    public string Section(CaseSection section) => section.Section.Any(char.IsDigit)
        ? text[nameof(CasesText.SectionName), Act(section.Act), section.Section]
        : Act(section.Act);

    // An act of the department's own, which no text names, keeps the name its table gives it.
    private static string Act(string act) => StatuteActs.Find(act)?.NameIn(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? act;

    public string Rupees(long rupees) => text[nameof(CasesText.Rupees), format.Number(rupees)];

    /// <summary>The place and what it lies in, the finest first, without the country.</summary>
    public static IEnumerable<Jurisdiction> PlacesAt(ReferenceData reference, int ordinal) => reference.Jurisdictions.AtOrdinal(ordinal) is { } place
        ? reference.Jurisdictions.SelfAndAncestors(place).Where(node => node.ParentId is not null || node == place)
        : [];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Places(ReferenceData reference, int ordinal) =>
        [.. PlacesAt(reference, ordinal).Select(node => reference.Place(node.Code))];

    /// <summary>The head and what it belongs to, the coarsest first, without the root.</summary>
    public static IReadOnlyList<string> Heads(ReferenceData reference, short headId) =>
        [.. reference.Heads.SelfAndAncestors(headId).Where(head => head.ParentId is not null).Reverse().Select(head => reference.Head(head.Code))];
}
