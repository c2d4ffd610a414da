using System.Globalization;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.People;

/// <summary>Names of what people are.</summary>
internal static class PersonWords
{
    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>Key of a state's name.</summary>
    public static string KeyOf(PersonState state) => state switch
    {
        PersonState.Active => nameof(PeopleText.StateActive),
        PersonState.Invited => nameof(PeopleText.StateInvited),
        PersonState.CodeExpired => nameof(PeopleText.StateCodeExpired),
        _ => nameof(PeopleText.StateDisabled),
    };

    /// <summary>Where a place is, from itself upwards, without the country.</summary>
    public static string Full(this JurisdictionTree tree, Jurisdiction place) =>
        string.Join(", ", tree.SelfAndAncestors(place).Where(node => node == place || node.ParentId is not null).Select(node => node.NameIn(Language)));

    /// <summary>Names of a person's places.</summary>
    public static string PlacesOf(this ManagedPerson person, ReferenceData reference) =>
        string.Join(" · ", person.JurisdictionIds.Select(reference.Jurisdictions.Find).OfType<Jurisdiction>().Select(reference.Jurisdictions.Full));
}
