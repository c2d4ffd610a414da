namespace CrimeInsight.Core.Calendar;

/// <summary>Port: holidays and festivals, cached, reloaded when the reference data change.</summary>
public interface IHolidayReader
{
    ValueTask<HolidayCalendar> GetAsync(CancellationToken cancellationToken);
}
