using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;

namespace CrimeInsight.Web.Features.People;

/// <summary>Names of what people are.</summary>
internal static class PersonWords
{
    /// <summary>Key of a state's name.</summary>
    public static string KeyOf(PersonState state) => state switch
    {
        PersonState.Active => nameof(PeopleText.StateActive),
        PersonState.Invited => nameof(PeopleText.StateInvited),
        PersonState.CodeExpired => nameof(PeopleText.StateCodeExpired),
        _ => nameof(PeopleText.StateDisabled),
    };

    /// <summary>Names of a person's places.</summary>
    public static string PlacesOf(this ManagedPerson person, ReferenceData reference) =>
        string.Join(" · ", person.JurisdictionIds.Select(reference.Jurisdictions.Find).OfType<Jurisdiction>().Select(reference.Jurisdictions.Full));
}
