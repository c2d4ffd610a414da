using System.Globalization;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Web.Shared.Scope;

/// <summary>Names of codes in the reader's language.</summary>
public static class PlaceNames
{
    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The jurisdiction's name; the code itself when unknown.</summary>
    public static string Place(this ReferenceData reference, string code) => reference.Jurisdictions.Find(code)?.NameIn(Language) ?? code;

    /// <summary>The crime head's name; the code itself when unknown.</summary>
    public static string Head(this ReferenceData reference, string code) =>
        reference.Heads.Find(code) is { } head ? head.Names.GetValueOrDefault(Language, head.Names["en"]) : code;
}
