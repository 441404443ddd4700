using Microsoft.EntityFrameworkCore;

namespace Concordat.Today;

internal static class TodayTables
{
    public static void Add(ModelBuilder model) => model.Entity<PutOffRow>().ToTable("put_off").HasKey(r => new { r.Person, r.Matter });
}
