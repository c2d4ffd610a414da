using CrimeInsight.Core.Sources;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Feedback;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Sources;

/// <summary>Says in the data room which sources could not be read.</summary>
internal sealed class SourceAlarm(IServiceProvider services, IStringLocalizer<SourcesText> text) : IPageAlarm
{
    public string Page => AppUrls.DataRoom;

    public async Task<PageAlarmWords?> LookAsync(CancellationToken cancellationToken)
    {
        // Asked for when it is needed: a page that shows no alarm needs nothing of sources.
        var sources = await services.GetRequiredService<SourceServices>().ListAsync(cancellationToken);
        Source[] failing = [.. sources.Where(source => source.IsFailing)];
        return failing.Length == 0
            ? null
            : new PageAlarmWords(
                text[nameof(SourcesText.AlarmTitle)], text[nameof(SourcesText.AlarmFailing), string.Join(", ", failing.Select(source => source.Edit.Name))],
                text[nameof(SourcesText.AlarmLook)], AppUrls.Sources);
    }
}
