using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.People;

/// <summary>One person, and what can be done.</summary>
public sealed partial class PersonItem
{
    [Inject] public required IStringLocalizer<PeopleText> Text { get; init; }

    [Inject] public required IStringLocalizer<SharedText> Shared { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required ManagedPerson Person { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    /// <summary>The reader: their rights are another's to change.</summary>
    [Parameter, EditorRequired] public bool IsSelf { get; set; }

    [Parameter, EditorRequired] public EventCallback<PersonAct> OnAct { get; set; }

    private IEnumerable<(PersonAct Act, string Icon, string Key)> Acts
    {
        get
        {
            yield return (PersonAct.Change, Icons.Material.Rounded.Edit, nameof(PeopleText.Change));
            if (Person.State == PersonState.Disabled)
            {
                yield return (PersonAct.Enable, Icons.Material.Rounded.CheckCircleOutline, nameof(PeopleText.Enable));
                yield break;
            }

            yield return (PersonAct.Reset, Icons.Material.Rounded.Key, nameof(PeopleText.Reset));
            if (Person.Sessions > 0)
                yield return (PersonAct.EndSessions, Icons.Material.Rounded.Logout, nameof(PeopleText.EndSessions));
            if (Person.HasFactor)
                yield return (PersonAct.ResetFactor, Icons.Material.Rounded.PhonelinkErase, nameof(PeopleText.ResetFactor));
            yield return (PersonAct.Disable, Icons.Material.Rounded.Block, nameof(PeopleText.Disable));
        }
    }
}
