using System.Globalization;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;
using CrimeInsight.Web.Shared.Uploads;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>The data room: a file in, and what lies there of files that came before.</summary>
public sealed partial class DataRoomPage : LoadedComponent
{
    private IReadOnlyList<Upload> _uploads = [];

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required DataRoomWords Words { get; init; }

    [Inject] public required DataRoomDesk Desk { get; init; }

    [Inject] public required ShellServices Shell { get; init; }

    private IReadOnlyList<UnfinishedUpload> Unfinished =>
    [
        .. _uploads.Where(upload => upload.State == UploadState.Receiving)
            .Select(upload => new UnfinishedUpload(upload.Id, AppUrls.Upload(upload.Id), upload.FileName, upload.Length)),
    ];

    private static string Number(long bytes) => bytes.ToString(CultureInfo.InvariantCulture);

    protected override async Task<PanelState> ReadAsync()
    {
        _uploads = await Desk.ListAsync(Lifetime);
        return _uploads.Count == 0 ? PanelState.Empty : PanelState.Ready;
    }

    private void Open(Guid id) => Shell.Navigation.NavigateTo(DataRoomUrls.Of(id));

    private string StateOf(Upload upload) => upload.State switch
    {
        UploadState.Receiving => Text[nameof(DataRoomText.StateReceiving), Words.Size(upload.Received), Words.Size(upload.Length)],
        UploadState.Imported => Text[nameof(DataRoomText.StateImported)],
        _ => Text[nameof(DataRoomText.StateComplete)],
    };

    private async Task RemoveAsync(Upload upload)
    {
        var isSure = upload.State == UploadState.Imported || await ConfirmDialog.AskAsync(
            Shell.Dialogs, Text[nameof(DataRoomText.RemoveTitle)], Text[nameof(DataRoomText.RemoveHint), upload.FileName], Text[nameof(DataRoomText.Remove)],
            isDestructive: true);
        if (!isSure)
            return;
        try
        {
            await Desk.RemoveAsync(upload.Id, Lifetime);
        }
        catch (Exception) when (!IsLeft)
        {
            Shell.Notices.Add(Text[nameof(DataRoomText.ActionFailed)], Severity.Error);
        }

        await LoadAsync();
    }
}
