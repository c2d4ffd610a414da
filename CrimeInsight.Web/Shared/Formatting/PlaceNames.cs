using System.Globalization;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Formatting;

/// <summary>Names of codes in the reader's language.</summary>
public static class PlaceNames
{
    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The jurisdiction's name; the code itself when unknown.</summary>
    public static string Place(this ReferenceData reference, string code) => reference.Jurisdictions.Find(code)?.NameIn(Language) ?? code;

    /// <summary>Where a place is, from itself upwards, without the country.</summary>
    public static string Full(this JurisdictionTree tree, Jurisdiction place) =>
        string.Join(", ", tree.SelfAndAncestors(place).Where(node => node == place || node.ParentId is not null).Select(node => node.NameIn(Language)));

    /// <summary>What a scope's places are called together.</summary>
    public static string PlaceName(this Scope scope, IStringLocalizer<ScopeText> words) =>
        scope.Places.IsEmpty ? words[nameof(ScopeText.AllMine)] : string.Join(", ", scope.Places.Select(place => place.NameIn(Language)));

    /// <summary>What a scope's heads are called together.</summary>
    public static string HeadName(this Scope scope, IStringLocalizer<ScopeText> words) =>
        scope.Heads.IsEmpty ? words[nameof(ScopeText.AllHeads)] : string.Join(", ", scope.Heads.Select(head => scope.Reference.Head(head.Code)));

    /// <summary>The crime head's name; the code itself when unknown.</summary>
    public static string Head(this ReferenceData reference, string code) =>
        reference.Heads.Find(code) is { } head ? head.Names.GetValueOrDefault(Language, head.Names["en"]) : code;
}
