-- The engine keeps the history of decisions from now on, not of each step's inputs; it refuses a database that names another level.
do $$
begin
    if to_regclass('public.act_ge_property') is not null then
        update public.act_ge_property set value_ = '85', rev_ = rev_ + 1 where name_ = 'historyLevel';
    end if;
end $$;
