using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Which steps prepare the rows of a file.</summary>
public sealed partial class PreparationSwitches
{
    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Parameter, EditorRequired] public required PreparationPlan Plan { get; set; }

    [Parameter] public EventCallback<PreparationPlan> OnChange { get; set; }
}
